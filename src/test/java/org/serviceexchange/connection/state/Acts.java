package org.serviceexchange.connection.state;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.connection.life.LivingConnection;
import org.serviceexchange.connection.lineage.BeatVerdict;
import org.serviceexchange.connection.offboarding.OffBoardingOrder;
import org.serviceexchange.consumer.TestConnections;
import org.serviceexchange.consumer.connection.ConnectionState;
import org.serviceexchange.consumer.connection.Invitation;
import org.serviceexchange.consumer.connection.LinkInUse;
import org.serviceexchange.consumer.connection.PinnedProvider;
import org.serviceexchange.consumer.connection.ProviderConnection;
import org.serviceexchange.consumer.connection.SealedToken;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Finding;
import org.serviceexchange.platform.problem.NotYetDue;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.serviceexchange.provider.TestRegistrations;
import org.serviceexchange.provider.registration.Claim;
import org.serviceexchange.provider.registration.ClosingReason;
import org.serviceexchange.provider.registration.Counterpart.Departure;
import org.serviceexchange.provider.registration.Decision;
import org.serviceexchange.provider.registration.Link;
import org.serviceexchange.provider.registration.Registration;

/** What people do on either side, and what the messages of the protocol do, each of whose answers may be lost. */
final class Acts {

    static final String NUMBER = TestRegistrations.NUMBER;

    private static final Duration LINK = Duration.ofDays(14);
    private static final String CCN = "CCN0001001";
    private static final List<Finding> FINDINGS = List.of(Finding.ofEarlier("a finding"));

    private final Instances world;
    private int made;

    Acts(Instances world) {
        this.world = world;
        world.probeOfTheProvider = () -> asInForce(() -> probeConsumer(false));
    }

    Optional<Registration> registration() {
        return world.registrations.find(NUMBER);
    }

    Optional<ProviderConnection> newest() {
        return world.consumer.connections.lockNewest(TestConnections.PIN, NUMBER);
    }

    void register() {
        world.registrations.add(TestRegistrations.open());
    }

    /** Nothing was checked yet. */
    void request() {
        world.registrations.add(TestRegistrations.requested());
    }

    /** The provider checks its prerequisites again, and makes the link if they are met. */
    void checkAtProvider(boolean met) {
        tried(() -> change(registration -> {
            registration.checked(met ? List.of() : FINDINGS);
            registration.open(new Link(
                    "link-" + ++made, new byte[] {1}, world.clock.instant().plus(LINK)));
        }));
        tried(() -> change(registration -> registration.checked(met ? List.of() : FINDINGS)));
    }

    /** The consumer checks its prerequisites again, and the person chooses a company. */
    void checkAtConsumer(boolean met) {
        newest().filter(found -> found.state().compareTo(ConnectionState.VALIDATED) <= 0)
                .ifPresent(connection -> {
                    connection.checked(met ? List.of() : FINDINGS);
                    if (met) {
                        connection.chooseCompany("CMP0001001");
                    }
                    world.consumer.connections.save(connection);
                });
    }

    /** Something that the other one does. */
    private void asInForce(Runnable act) {
        ConsumerSide now = world.consumer;
        world.consumer = world.inForce();
        try {
            act.run();
        } finally {
            world.consumer = now;
        }
    }

    private void change(Consumer<Registration> act) {
        registration().ifPresent(registration -> {
            act.accept(registration);
            world.registrations.save(registration);
        });
    }

    private void connect(Consumer<ProviderConnection> act) {
        newest().ifPresent(connection -> {
            act.accept(connection);
            world.consumer.connections.save(connection);
        });
    }

    /** What is refused changes nothing. */
    private static void tried(Runnable act) {
        try {
            act.run();
        } catch (Problem | NotYetDue refused) {
            // the other side, or the clock, does not allow it
        }
    }

    /** An admin of the provider sends a new link. */
    void resend() {
        tried(() -> change(registration -> registration.renewLink(
                new Link("link-" + ++made, new byte[] {1}, world.clock.instant().plus(Duration.ofDays(14))))));
    }

    /** An admin of the provider cancels, or ends what the consumer has lost. */
    void cancelAtProvider() {
        boolean lost = registration()
                .filter(found -> found.snapshot().counterpart().departure() == Departure.LOST)
                .isPresent();
        tried(() -> {
            if (lost) {
                world.closeRegistration.end(NUMBER, ClosingReason.LOST_AT_CONSUMER);
            } else {
                registration().ifPresent(found -> world.closeRegistration.cancel(NUMBER));
            }
        });
    }

    /** Somebody with the newest link declines. */
    void decline() {
        tried(() -> registration().ifPresent(found -> world.closeRegistration.decline(NUMBER, "Not us.")));
    }

    void failExchange() {
        tried(() -> change(Registration::exchangeFailed));
    }

    void cancelAtConsumer() {
        newest().ifPresent(connection -> {
            if (connection.snapshot().lost()) {
                world.consumer.closeConnection.end(connection, LocalizedMessage.of("consumer.reason.cancelled"));
            } else {
                world.consumer.closeConnection.cancel(connection.number());
            }
        });
    }

    /** The contact opens the link in force, or an older one. */
    void openLink(boolean newestLink) {
        String hash = newestLink
                ? registration()
                        .flatMap(Registration::link)
                        .map(Link::secretHash)
                        .orElse("none")
                : "hash";
        LinkInUse link = new LinkInUse(
                new LinkInUse.Secret(new byte[] {1}),
                hash,
                world.clock.instant().plus(Duration.ofDays(14)));
        Optional<ProviderConnection> open = world.consumer.connections.lockOpen(TestConnections.PIN, NUMBER);
        if (open.isPresent()) {
            if (open.get().snapshot().wouldTake(hash)) {
                open.get().renewLink(link);
                world.consumer.connections.save(open.get());
            }
            return;
        }
        String number = "PCN%07d".formatted(1001 + ++made);
        ProviderConnection connection = ProviderConnection.open(
                new Invitation(
                        number,
                        NUMBER,
                        URI.create(TestConnections.BASE),
                        TestConnections.PIN,
                        "ada",
                        world.clock.instant()),
                link);
        connection.checked(List.of());
        connection.chooseCompany("CMP0001001");
        world.consumer.connections.add(connection);
    }

    /** The link is opened, and the checks find something. */
    void openLinkWithFindings() {
        if (world.consumer.connections.lockOpen(TestConnections.PIN, NUMBER).isPresent()) {
            return;
        }
        String hash =
                registration().flatMap(Registration::link).map(Link::secretHash).orElse("none");
        ProviderConnection connection = ProviderConnection.open(
                new Invitation(
                        "PCN%07d".formatted(1001 + ++made),
                        NUMBER,
                        URI.create(TestConnections.BASE),
                        TestConnections.PIN,
                        "ada",
                        world.clock.instant()),
                new LinkInUse(
                        new LinkInUse.Secret(new byte[] {1}),
                        hash,
                        world.clock.instant().plus(LINK)));
        connection.checked(FINDINGS);
        world.consumer.connections.add(connection);
    }

    /** The process at the consumer claims. */
    void claim(boolean lost) {
        newest().filter(found -> found.state() == ConnectionState.CLAIMING).ifPresent(connection -> {
            String hash = connection.snapshot().link().hash();
            try {
                Registration registration = registration()
                        .filter(found -> found.link()
                                .filter(link -> link.secretHash().equals(hash))
                                .isPresent())
                        .orElseThrow(connection::notNow);
                registration.claimed(claimOf(), TestRegistrations.URL, world.clock.instant());
                world.registrations.save(registration);
                if (!lost) {
                    connection.claimed(answer(registration));
                    world.consumer.connections.save(connection);
                }
            } catch (Problem refused) {
                refusedForGood(connection);
            }
        });
    }

    private void refusedForGood(ProviderConnection connection) {
        if (!connection.keepEarlierClaim()) {
            connection.close(LocalizedMessage.of("consumer.reason.refused", "no"));
        }
        world.consumer.connections.save(connection);
    }

    private Claim claimOf() {
        String client = "client-" + ++made;
        return new Claim(
                world.consumer.thumbprint,
                "consumer",
                new byte[] {1},
                new byte[] {2},
                client,
                "{}",
                world.clock.instant());
    }

    private static PinnedProvider answer(Registration registration) {
        PinnedProvider like = TestConnections.provider();
        return new PinnedProvider(
                like.name(),
                like.party(),
                registration.claim().orElseThrow().clientId(),
                like.issuer(),
                like.endpoints(),
                registration.link().orElseThrow().expiresAt(),
                new byte[] {9});
    }

    /** The contact authenticates at the provider and consents. */
    void authenticate() {
        connectTried(connection -> {
            String client = connection.pinnedProvider().clientId();
            Registration registration = registration()
                    .filter(found -> found.claim()
                            .filter(claim -> claim.clientId().equals(client))
                            .isPresent())
                    .orElseThrow(connection::notNow);
            Decision contact = new Decision(TestRegistrations.CONTACT, world.clock.instant());
            registration.contactMatched(contact);
            registration.consented(contact);
            String token = "token-" + ++made;
            connection.authenticated(
                    new SealedToken(token.getBytes(java.nio.charset.StandardCharsets.UTF_8), world.clock.instant()));
            world.registrations.save(registration);
            world.grants.put(token, client);
        });
    }

    void tokensExpire() {
        world.grants.clear();
    }

    private void connectTried(Consumer<ProviderConnection> act) {
        tried(() -> connect(act));
    }

    /** The process at the consumer exchanges keys; the answer to M3 may be lost. */
    void exchangeKeys(boolean lost) {
        newest().filter(found -> found.state() == ConnectionState.EXCHANGING_KEYS)
                .ifPresent(connection -> {
                    String client = world.grants.get(new String(
                            java.util.Objects.requireNonNull(
                                            connection.snapshot().token())
                                    .sealed(),
                            java.nio.charset.StandardCharsets.UTF_8));
                    Optional<Registration> admitted = registration()
                            .filter(found -> found.claim()
                                    .filter(claim -> claim.clientId().equals(client))
                                    .isPresent());
                    if (admitted.isEmpty()) {
                        connection.authorizationExpired();
                        world.consumer.connections.save(connection);
                        return;
                    }
                    tried(() -> agree(connection, admitted.get(), client, lost));
                });
    }

    private void agree(ProviderConnection connection, Registration registration, String client, boolean lost) {
        String key = world.consumer.pending.get(connection.number());
        if (key == null || !client.equals(world.confirmed.get(key))) {
            key = "key-" + ++made;
            try {
                registration.keysAgreed(CCN, key);
            } catch (Problem closedOrNoConsent) {
                connection.authorizationExpired();
                world.consumer.connections.save(connection);
                return;
            }
            world.registrations.save(registration);
            world.confirmed.put(key, client);
            world.consumer.pending.put(connection.number(), key);
        }
        if (!lost) {
            connection.keysAgreed(key);
            world.consumer.connections.save(connection);
            world.consumer.pending.remove(connection.number());
        }
    }

    /** The consumer probes the provider. */
    void probeProvider(boolean lost) {
        newest().filter(found -> found.state() == ConnectionState.ACTIVATING)
                .ifPresent(connection -> tried(() -> {
                    String key = connection.agreedKeys().keyId();
                    change(registration -> registration.probeReceived(key, world.clock.instant()));
                    if (!lost && registration().isPresent()) {
                        connection.probeSent(key);
                        world.consumer.connections.save(connection);
                    }
                }));
    }

    /** The process of the provider, which ends with the completion, probes the consumer. */
    void activate(boolean lost) {
        if (registration().filter(Registration::isOpen).isPresent()) {
            asInForce(() -> probeConsumer(lost));
        }
    }

    /** The provider probes the consumer, and completes. */
    private void probeConsumer(boolean lost) {
        registration()
                .flatMap(Registration::connection)
                .ifPresent(agreed -> tried(() -> {
                    if (agreed.inboundSince() == null) {
                        return;
                    }
                    ProviderConnection connection = newest().filter(found -> found.keys()
                                    .filter(keys -> keys.keyId().equals(agreed.keyId()))
                                    .isPresent())
                            .orElseThrow(() -> registration()
                                    .orElseThrow()
                                    .snapshot()
                                    .notNow(org.serviceexchange.platform.problem.ProblemCode.PEER_NOT_READY));
                    connection.probeReceived(agreed.keyId());
                    world.consumer.connections.save(connection);
                    if (!lost) {
                        change(registration -> {
                            registration.probeSent(agreed.keyId(), world.clock.instant());
                            registration.activate();
                        });
                    }
                }));
    }

    /** The process at the consumer agrees new keys; the answer to M3 may be lost. */
    void rotate(boolean lost) {
        newest().filter(found -> found.state() == ConnectionState.ONBOARDED).ifPresent(found -> {
            WalkKeys own = world.consumer.keys;
            String number = found.number();
            own.life.asked.remove(number);
            if (own.unproved(number).isPresent()) {
                return;
            }
            LivingConnection here = own.living.find(number).orElseThrow();
            Optional<LivingConnection> there =
                    world.inForce() == world.consumer ? world.providerKeys.living.find(CCN) : Optional.empty();
            boolean common = there.isPresent()
                    && own.steps.used(here).stream()
                            .anyMatch(before -> world.providerKeys.newKeys.holds(there.get(), before));
            if (common) {
                String key = "key-" + ++made;
                world.providerKeys.steps.agreed(there.get(), key, world.clock.instant());
                if (!lost) {
                    own.steps.agreed(here, key, world.clock.instant());
                }
            } else {
                own.living.rotationRefused(here);
                world.ask(ConnectionSide.CONSUMER, number, true);
            }
        });
    }

    /** The consumer probes the provider under agreed keys. */
    void prove(boolean lost) {
        newest().filter(found -> found.state() == ConnectionState.ONBOARDED).ifPresent(found -> {
            WalkKeys own = world.consumer.keys;
            own.unproved(found.number()).ifPresent(set -> {
                if (world.inForce() != world.consumer || !world.providerKeys.probed(set.keyId())) {
                    own.steps.drop(set);
                } else if (!lost) {
                    own.steps.proved(own.living.find(found.number()).orElseThrow(), set.keyId());
                }
            });
        });
    }

    /** Somebody at this side, which has a preview of it, ends what lives. */
    void offBoard(ConnectionSide side) {
        String number = side == ConnectionSide.PROVIDER
                ? NUMBER
                : newest().map(ProviderConnection::number).orElse("none");
        tried(() -> world.offBoard().offBoard(side, number, "ada", new OffBoardingOrder("The contract ended.")));
    }

    /** A heartbeat of the live connection of this side; null if there is none, or nobody can open it. */
    @Nullable
    BeatVerdict beat(ConnectionSide side, boolean lost) {
        ConsumerSide with = world.inForce();
        Optional<ProviderConnection> here = with.connections
                .lockNewest(TestConnections.PIN, NUMBER)
                .filter(found -> found.state() == ConnectionState.ONBOARDED);
        Optional<LivingConnection> there = world.providerKeys.living.find(CCN);
        if (here.isEmpty() || there.isEmpty()) {
            return null;
        }
        boolean byProvider = side == ConnectionSide.PROVIDER;
        String number = here.get().number();
        boolean opens = byProvider
                ? with.keys.opens(number, there.get().keyId())
                : world.providerKeys.opens(CCN, here.get().agreedKeys().keyId());
        if (!opens) {
            return null;
        }
        WalkBeats.Beat beat = byProvider
                ? world.providerBeats.send(CCN, world.registrations.version(NUMBER), with.beats, number, lost)
                : with.beats.send(number, with.connections.version(number), world.providerBeats, CCN, lost);
        if (beat.receiverDoubts()) {
            world.ask(side.other(), byProvider ? number : NUMBER, world.random.nextBoolean());
        }
        if (beat.senderDoubts()) {
            world.ask(side, byProvider ? NUMBER : number, world.random.nextBoolean());
        }
        return beat.verdict();
    }

    /** An old heartbeat of this side comes again. */
    void replayBeat(ConnectionSide side) {
        if (side == ConnectionSide.CONSUMER) {
            world.providerBeats.replay(CCN, world.random);
        } else {
            newest().ifPresent(here -> world.consumer.beats.replay(here.number(), world.random));
        }
    }

    /** All timers whose time has come. */
    void timers() {
        tried(() -> registration().filter(found -> !found.state().closed()).ifPresent(found -> {
            if (found.snapshot().suspended()) {
                world.closeRegistration.closeFailed(NUMBER);
            } else {
                world.closeRegistration.expire(NUMBER);
            }
        }));
        world.providerKeys.steps.retire(world.clock.instant());
        for (ConsumerSide one : world.consumers) {
            one.connections.all().forEach(found -> tried(() -> one.closeConnection.expire(found.number())));
            one.keys.steps.retire(world.clock.instant());
        }
    }
}
