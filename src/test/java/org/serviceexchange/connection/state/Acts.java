package org.serviceexchange.connection.state;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.serviceexchange.consumer.TestConnections;
import org.serviceexchange.consumer.connection.ConnectionState;
import org.serviceexchange.consumer.connection.Invitation;
import org.serviceexchange.consumer.connection.LinkInUse;
import org.serviceexchange.consumer.connection.PinnedProvider;
import org.serviceexchange.consumer.connection.ProviderConnection;
import org.serviceexchange.consumer.connection.SealedToken;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.NotYetDue;
import org.serviceexchange.platform.problem.Problem;
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

    private final Instances world;
    private int made;

    Acts(Instances world) {
        this.world = world;
        world.probeOfTheProvider = () -> probeConsumer(false);
    }

    Optional<Registration> registration() {
        return world.registrations.find(NUMBER);
    }

    Optional<ProviderConnection> newest() {
        return world.connections.lockNewest(TestConnections.PIN, NUMBER);
    }

    void register() {
        world.registrations.add(TestRegistrations.open());
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
            world.connections.save(connection);
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
                world.closeConnection.end(connection, LocalizedMessage.of("consumer.reason.cancelled"));
            } else {
                world.closeConnection.cancel(connection.number());
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
        Optional<ProviderConnection> open = world.connections.lockOpen(TestConnections.PIN, NUMBER);
        if (open.isPresent()) {
            if (open.get().wouldTake(hash)) {
                open.get().renewLink(link);
                world.connections.save(open.get());
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
        world.connections.add(connection);
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
                    world.connections.save(connection);
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
        world.connections.save(connection);
    }

    private Claim claimOf() {
        String client = "client-" + ++made;
        return new Claim(
                Instances.CONSUMER, "consumer", new byte[] {1}, new byte[] {2}, client, "{}", world.clock.instant());
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
                        world.connections.save(connection);
                        return;
                    }
                    tried(() -> agree(connection, admitted.get(), client, lost));
                });
    }

    private void agree(ProviderConnection connection, Registration registration, String client, boolean lost) {
        String key = world.pending.get(connection.number());
        if (key == null || !client.equals(world.confirmed.get(key))) {
            key = "key-" + ++made;
            try {
                registration.keysAgreed("CCN0001001", key);
            } catch (Problem closedOrNoConsent) {
                connection.authorizationExpired();
                world.connections.save(connection);
                return;
            }
            world.registrations.save(registration);
            world.confirmed.put(key, client);
            world.pending.put(connection.number(), key);
        }
        if (!lost) {
            connection.keysAgreed(key);
            world.connections.save(connection);
            world.pending.remove(connection.number());
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
                        world.connections.save(connection);
                    }
                }));
    }

    /** The process of the provider, which ends with the completion, probes the consumer. */
    void activate(boolean lost) {
        if (registration().filter(Registration::isOpen).isPresent()) {
            probeConsumer(lost);
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
                    world.connections.save(connection);
                    if (!lost) {
                        change(registration -> {
                            registration.probeSent(agreed.keyId(), world.clock.instant());
                            registration.activate();
                        });
                    }
                }));
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
        world.connections.all().forEach(connection -> tried(() -> world.closeConnection.expire(connection.number())));
    }
}
