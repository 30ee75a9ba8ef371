package org.serviceexchange.checker.pair;

import java.util.Optional;
import java.util.function.Predicate;
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

/** What people can do about the records of both sides, on pages and with the browser of the contact. */
final class RecordActs {

    private static final String ADMIN = "admin";
    private static final String STRANGER = "stranger";

    private final Pair pair;
    private final PairActs acts;
    private final boolean another;

    /**
     * Acts of a pair as it is.
     *
     * @param another whether somebody may open a newer link after a connection that ended
     */
    RecordActs(Pair pair, PairActs acts, boolean another) {
        this.another = another;
        this.pair = pair;
        this.acts = acts;
    }

    private Optional<Registration> registration() {
        return pair.registrations.find(ProviderOfPair.NUMBER);
    }

    private Optional<ProviderConnection> connection() {
        return pair.connections.find(ConsumerOfPair.NUMBER);
    }

    /** At the provider. */
    void provider() {
        ProviderOfPair provider = pair.provider;
        ConnectionSide side = ConnectionSide.PROVIDER;
        if (registration().isEmpty()) {
            acts.person(
                    side,
                    "order",
                    () -> new RegistrationTelling(pair)
                            .start(new RegistrationOrder(
                                    PairPorts.COMPANY, PairPorts.CONTACT, PairPorts.CONSUMER_URL, ADMIN)));
            return;
        }
        Registration registration = registration().orElseThrow();
        // What is refused for sure is left out, because it takes time
        if (registration.isOpen()) {
            acts.person(side, "newLink", () -> provider.requestNewLink.request(ProviderOfPair.NUMBER, ADMIN));
        }
        if (!registration.state().closed()
                || registration.snapshot().counterpart().departure() != null) {
            acts.person(
                    side,
                    "cancelRegistration",
                    () -> provider.requestCancellation.request(ProviderOfPair.NUMBER, ADMIN));
        }
        registration
                .link()
                .ifPresent(link ->
                        acts.person(side, "decline", () -> provider.declineInvitation.decline(link.secretHash(), "")));
        registration.claim().ifPresent(claim -> acts.person(side, "exchangesFail", this::failAllExchanges));
        if (!pair.grant.isEmpty()) {
            acts.add(By.TIME, When.SOME_TIME, side, "tokenExpires", () -> pair.grant = "");
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

    /** At the consumer. */
    void consumer() {
        ConnectionSide side = ConnectionSide.CONSUMER;
        boolean ended = connection().filter(found -> found.state().ended()).isPresent();
        if (!ended || another) {
            registration()
                    .flatMap(Registration::link)
                    .map(Link::secretHash)
                    .filter(hash ->
                            connection().map(found -> takes(found, hash)).orElse(true))
                    .ifPresent(secret -> acts.person(
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
            if (!found.state().ended() || found.snapshot().lost()) {
                acts.person(
                        side,
                        "cancelConnection",
                        () -> pair.consumer.requestCancellation.request(ConsumerOfPair.NUMBER, ADMIN));
            }
            if (found.state() == ConnectionState.AWAITING_AUTHENTICATION && !standsAtAnApproval()) {
                authentication(found.pinnedProvider().clientId());
            }
        });
    }

    /** While the consumer has yet to approve, its record lets nobody authenticate. */
    private boolean standsAtAnApproval() {
        CaseWalk walk = pair.walk(ConnectionSide.CONSUMER);
        return walk.persons().stream()
                .anyMatch(task -> walk.process().element(task).approval());
    }

    private static boolean takes(ProviderConnection found, String hash) {
        return found.state().ended()
                ? !hash.equals(found.snapshot().link().hash())
                : found.snapshot().wouldTake(hash);
    }

    /** At the provider, with the browser that comes from the consumer. */
    private void authentication(String client) {
        ConnectionSide side = ConnectionSide.PROVIDER;
        ProviderOfPair provider = pair.provider;
        acts.person(side, "contactLogsIn", () -> provider.connectAsUser.connect(client, PairPorts.CONTACT));
        acts.person(side, "strangerLogsIn", () -> provider.connectAsUser.connect(client, STRANGER));
        acts.person(side, "deny", () -> {
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
}
