package org.serviceexchange.checker.pair;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.serviceexchange.checker.model.DrawnElement;
import org.serviceexchange.checker.pair.PairAct.By;
import org.serviceexchange.checker.pair.PairAct.When;
import org.serviceexchange.checker.walk.CaseWalk;
import org.serviceexchange.checker.walk.NoWayOn;
import org.serviceexchange.consumer.connection.ConnectionState;
import org.serviceexchange.consumer.connection.ProviderConnection;
import org.serviceexchange.consumer.connection.RegistrationLink;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.serviceexchange.provider.registration.KeyAgreement;
import org.serviceexchange.provider.registration.Link;
import org.serviceexchange.provider.registration.Registration;
import org.serviceexchange.provider.registration.RegistrationOrder;
import org.serviceexchange.provider.registration.RegistrationSnapshot;

/** All that can happen to a pair as it is now; what turns out to be impossible changes nothing. */
public final class PairActs {

    private static final String ADMIN = "admin";
    private static final String STRANGER = "stranger";

    private final Pair pair;
    private final List<PairAct> acts = new ArrayList<>();

    private PairActs(Pair pair) {
        this.pair = pair;
    }

    /** Of a pair that was put into a state. */
    public static List<PairAct> of(Pair pair) {
        PairActs found = new PairActs(pair);
        found.provider();
        found.consumer();
        for (ConnectionSide side : ConnectionSide.values()) {
            found.process(side);
            found.question(side);
        }
        return found.acts;
    }

    private void add(By by, When when, ConnectionSide side, String what, Runnable run, Object... arguments) {
        Runnable whole = () -> pair.transaction(side, run);
        acts.add(new PairAct(by, side, LocalizedMessage.of("checker.act." + what, arguments), when, whole));
    }

    private void person(ConnectionSide side, String what, Runnable run, Object... arguments) {
        add(By.PERSON, When.SOME_TIME, side, what, run, arguments);
    }

    private Optional<Registration> registration() {
        return pair.registrations.find(ProviderOfPair.NUMBER);
    }

    private Optional<ProviderConnection> connection() {
        return pair.connections.find(ConsumerOfPair.NUMBER);
    }

    private void provider() {
        ProviderOfPair provider = pair.provider;
        ConnectionSide side = ConnectionSide.PROVIDER;
        if (registration().isEmpty()) {
            person(
                    side,
                    "order",
                    () -> new RegistrationTelling(pair)
                            .start(new RegistrationOrder(
                                    PairPorts.COMPANY, PairPorts.CONTACT, PairPorts.CONSUMER_URL, ADMIN)));
            return;
        }
        Registration registration = registration().orElseThrow();
        person(side, "newLink", () -> provider.requestNewLink.request(ProviderOfPair.NUMBER, ADMIN));
        person(side, "cancelRegistration", () -> provider.requestCancellation.request(ProviderOfPair.NUMBER, ADMIN));
        registration
                .link()
                .ifPresent(link ->
                        person(side, "decline", () -> provider.declineInvitation.decline(link.secretHash(), "")));
        registration.claim().ifPresent(claim -> person(side, "exchangesFail", this::failAllExchanges));
        if (!pair.grant.isEmpty()) {
            add(By.TIME, When.SOME_TIME, side, "tokenExpires", () -> pair.grant = "");
        }
    }

    /** Each failure is counted for itself; only the last one has consequences. */
    private void failAllExchanges() {
        if (registration()
                .filter(found -> found.isOpen() && found.snapshot().consentGiven())
                .isEmpty()) {
            throw new NoWayOn("Nobody may exchange keys.");
        }
        for (int failure = 0; failure < KeyAgreement.FAILURES_UNTIL_SUSPENSION; failure++) {
            pair.provider.exchangeFailures.count(ProviderOfPair.NUMBER, LocalizedMessage.of("exchange.failed.unknown"));
        }
    }

    private void consumer() {
        ConnectionSide side = ConnectionSide.CONSUMER;
        boolean ended = connection().filter(found -> found.state().ended()).isPresent();
        if (!ended) {
            registration()
                    .flatMap(Registration::link)
                    .map(Link::secretHash)
                    .filter(hash ->
                            connection().map(found -> found.wouldTake(hash)).orElse(true))
                    .ifPresent(secret -> person(
                            side,
                            "openLink",
                            () -> pair.consumer.openConnection.open(
                                    new RegistrationLink(
                                            ConsumerOfPair.provider(),
                                            ProviderOfPair.NUMBER,
                                            secret,
                                            PairNetwork.PROVIDER),
                                    ConsumerOfPair.PERSON)));
        }
        connection().ifPresent(found -> {
            person(
                    side,
                    "cancelConnection",
                    () -> pair.consumer.requestCancellation.request(ConsumerOfPair.NUMBER, ADMIN));
            if (found.state() == ConnectionState.AWAITING_AUTHENTICATION) {
                authentication(found.pinnedProvider().clientId());
            }
        });
    }

    /** At the provider, with the browser that comes from the consumer. */
    private void authentication(String client) {
        ConnectionSide side = ConnectionSide.PROVIDER;
        ProviderOfPair provider = pair.provider;
        person(side, "contactLogsIn", () -> {
            pair.repeated = authorized(client, found -> found.authorization().match() != null);
            provider.connectAsUser.connect(client, PairPorts.CONTACT);
        });
        person(side, "strangerLogsIn", () -> provider.connectAsUser.connect(client, STRANGER));
        person(side, "deny", () -> {
            if (authorized(client, found -> found.authorization().match() != null)) {
                provider.giveConsent.deny(client, PairPorts.CONTACT);
            }
        });
        acts.add(new PairAct(
                By.PERSON, side, LocalizedMessage.of("checker.act.allow"), When.SOME_TIME, () -> allow(client)));
    }

    private boolean authorized(String client, Predicate<RegistrationSnapshot> condition) {
        return pair.registrations
                .ofClient(client)
                .map(Registration::snapshot)
                .filter(condition)
                .isPresent();
    }

    /** The consent is committed before the browser takes the code back, which it may never do. */
    private void allow(String client) {
        pair.transaction(ConnectionSide.PROVIDER, () -> {
            pair.repeated = authorized(client, RegistrationSnapshot::consentGiven);
            pair.provider.giveConsent.allow(client, PairPorts.CONTACT);
            if (!authorized(client, RegistrationSnapshot::consentGiven)) {
                throw new NoWayOn("Nobody asks for consent.");
            }
        });
        if (pair.choices.between(null, LocalizedMessage.of("checker.outcome.browserGone"))) {
            pair.grant = client;
            pair.transaction(
                    ConnectionSide.CONSUMER,
                    () -> pair.consumer.authenticate.authenticated(
                            ConsumerOfPair.NUMBER, ConsumerOfPair.PERSON, "token", PairPorts.NOW.plusSeconds(60)));
        }
    }

    private void process(ConnectionSide side) {
        CaseWalk walk = pair.walk(side);
        for (String job : walk.jobs()) {
            add(
                    By.SYSTEM,
                    When.SOON,
                    side,
                    "job",
                    () -> walk.job(job),
                    walk.process().label(job));
        }
        for (String task : walk.persons()) {
            person(side, "task", () -> walk.complete(task), walk.process().label(task));
        }
        for (DrawnElement timer : walk.timers()) {
            timer(side, walk, timer);
        }
        for (String message : walk.kept()) {
            add(By.SYSTEM, When.SOON, side, "kept", () -> deliver(side, walk, message), message);
        }
    }

    private void timer(ConnectionSide side, CaseWalk walk, DrawnElement timer) {
        if (timer.timer() != null && timer.timer().immediate()) {
            timer(side, walk, timer, true);
        }
        timer(side, walk, timer, false);
    }

    /** What the record refuses at once waits until it is due. */
    private void timer(ConnectionSide side, CaseWalk walk, DrawnElement timer, boolean immediate) {
        LocalizedMessage said = LocalizedMessage.of("checker.act." + (immediate ? "atOnce" : "timer"), timer.label());
        When when = immediate ? When.BEFORE_ALL : When.SOME_TIME;
        acts.add(new PairAct(
                By.TIME,
                side,
                said,
                when,
                () -> pair.transaction(side, () -> {
                    pair.firing = timer.timer();
                    pair.ports.clock.due(!immediate);
                    walk.fire(timer);
                })));
    }

    private void deliver(ConnectionSide side, CaseWalk walk, String message) {
        if (!walk.awaits(message)) {
            throw new NoWayOn(message);
        }
        String user = walk.takeKept(message);
        pair.provider.connecting(user, () -> pair.tell(side, message, user));
    }

    /** Each side asks the other one for its signed state, and adopts what follows. */
    private void question(ConnectionSide side) {
        boolean byProvider = side == ConnectionSide.PROVIDER;
        String number = byProvider ? ProviderOfPair.NUMBER : ConsumerOfPair.NUMBER;
        var own = byProvider ? pair.provider.records : pair.consumer.records;
        var other = byProvider ? pair.consumer.records : pair.provider.records;
        String asker = byProvider ? PairNetwork.PROVIDER : PairNetwork.CONSUMER;
        if (own.addressee(number).isEmpty()) {
            return;
        }
        acts.add(new PairAct(
                By.SYSTEM,
                side,
                LocalizedMessage.of("checker.act.question"),
                When.SOME_TIME,
                () -> other.standing(asker, ProviderOfPair.NUMBER, !byProvider).ifPresent(standing -> {
                    Runnable[] left = {() -> {}};
                    pair.transaction(side, () -> left[0] = own.adopt(number, standing.facts()));
                    left[0].run();
                })));
    }
}
