package org.serviceexchange.connection.state;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.mockito.Mockito.withSettings;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.MovableClock;
import org.serviceexchange.connection.heartbeat.HeartbeatRows;
import org.serviceexchange.connection.life.ConnectionLife;
import org.serviceexchange.connection.offboarding.EndConnection;
import org.serviceexchange.connection.rotation.KeySets;
import org.serviceexchange.connection.state.Inquiries.Inquiry;
import org.serviceexchange.connection.suspension.AdoptSuspension;
import org.serviceexchange.connection.suspension.Suspensions;
import org.serviceexchange.consumer.InMemoryProviderConnections;
import org.serviceexchange.consumer.TestConnections;
import org.serviceexchange.consumer.closing.CloseConnection;
import org.serviceexchange.consumer.connection.ConnectionProcess;
import org.serviceexchange.consumer.state.AdoptProviderState;
import org.serviceexchange.consumer.state.ConnectionRecords;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.kmf.ModuleKeys;
import org.serviceexchange.kmf.primitive.CompositeSignature;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.serviceexchange.provider.MemoryRegistrations;
import org.serviceexchange.provider.TestProviderSettings;
import org.serviceexchange.provider.TestRegistrations;
import org.serviceexchange.provider.authorization.Grants;
import org.serviceexchange.provider.closing.CloseRegistration;
import org.serviceexchange.provider.keyexchange.AbandonedKeys;
import org.serviceexchange.provider.keyexchange.ProbeAgain;
import org.serviceexchange.provider.state.AdoptConsumerState;
import org.serviceexchange.provider.state.RegistrationRecords;

/**
 * A provider and a consumer with their real aggregates, records and rules, over stores in memory. Signatures are left out,
 * because they have tests of their own; whoever asks is who it says it is.
 */
final class Instances {

    static final String CONSUMER = "C".repeat(43);

    final MovableClock clock = MovableClock.standingAt(TestRegistrations.NOW);
    final Random random;
    final MemoryRegistrations registrations = new MemoryRegistrations();
    final InMemoryProviderConnections connections = new InMemoryProviderConnections();
    final MemoryInquiries providerInquiries = new MemoryInquiries();
    final MemoryInquiries consumerInquiries = new MemoryInquiries();
    /** Tokens that the provider gave, with the client each belongs to. */
    final Map<String, String> grants = new HashMap<>();
    /** Keys of exchanges that the provider confirmed, with the client of each. */
    final Map<String, String> confirmed = new HashMap<>();
    /** Keys for which the consumer keeps M3, by the number of the connection. */
    final Map<String, String> pending = new HashMap<>();

    private final Journal journal = mock(withSettings().stubOnly());

    final CloseRegistration closeRegistration;
    final CloseConnection closeConnection;
    private final SharedRecords provider;
    private final SharedRecords consumer;
    private final Queue<Runnable> later = new ArrayDeque<>();
    private final Set<String> changes = new HashSet<>();
    Runnable probeOfTheProvider = () -> {};

    Instances(Random random) {
        this.random = random;
        registrations.telling(providerInquiries);
        connections.telling(consumerInquiries);
        ModuleKeys keys = mock(withSettings().stubOnly());
        ConnectionProcess process = mock(withSettings().stubOnly());
        ProbeAgain probeAgain = mock(withSettings().stubOnly());
        when(probeAgain.of(org.mockito.ArgumentMatchers.any())).thenReturn(() -> probeOfTheProvider.run());
        AbandonedKeys abandoned = new AbandonedKeys(keys);
        KeySets keySets = mock(withSettings().stubOnly());
        EndConnection endConnection = new EndConnection(
                keys,
                keySets,
                mock(HeartbeatRows.class, withSettings().stubOnly()),
                mock(Suspensions.class, withSettings().stubOnly()),
                mock(ConnectionLife.class, withSettings().stubOnly()));
        AskedFirst askedFirst = new AskedByTheWalk();
        closeRegistration = new CloseRegistration(
                registrations,
                endConnection,
                mock(Grants.class, withSettings().stubOnly()),
                journal,
                TestProviderSettings.valid(),
                askedFirst,
                clock);
        closeConnection = new CloseConnection(connections, endConnection, journal, askedFirst, clock);
        provider = new RegistrationRecords(
                registrations,
                new AdoptConsumerState(registrations, abandoned, closeRegistration, probeAgain, journal));
        consumer = new ConnectionRecords(
                connections, new AdoptProviderState(connections, process, closeConnection, journal), keySets);
    }

    /** Before a timer gives up the other side is asked, if it can be reached. */
    private final class AskedByTheWalk implements AskedFirst {

        @Override
        public void beforeGivingUp(ConnectionSide side, String number, Instant since) {
            changes.add(number);
        }
    }

    /** Asks for the state of one record now; the answer is adopted at once, or after something else has happened. */
    void ask(ConnectionSide side, String number, boolean atOnce) {
        SharedRecords own = side == ConnectionSide.PROVIDER ? provider : consumer;
        Optional<Addressee> peer = own.addressee(number);
        Optional<StateFacts> said = peer.flatMap(asked -> answer(side, asked));
        if (said.isEmpty()) {
            return;
        }
        Runnable adoption = () -> adopt(own, side, number, peer.get().version(), said.get());
        if (atOnce) {
            adoption.run();
        } else {
            later.add(adoption);
        }
    }

    private Optional<StateFacts> answer(ConnectionSide side, Addressee asked) {
        boolean byProvider = side == ConnectionSide.PROVIDER;
        SharedRecords other = byProvider ? consumer : provider;
        String asker = byProvider ? TestConnections.PIN : CONSUMER;
        Optional<Standing> standing = other.standing(asker, asked.registration(), asked.proof().length > 0);
        standing.filter(Standing::listening)
                .ifPresent(known -> inquiries(other.side()).tell(other.side(), known.number()));
        return standing.map(Standing::facts);
    }

    private void adopt(SharedRecords own, ConnectionSide side, String number, long version, StateFacts said) {
        if (exists(side, number)) {
            new AdoptState(
                            inquiries(side),
                            mock(AdoptSuspension.class, withSettings().stubOnly()),
                            journal)
                    .adopt(own, number, version, answered(side, said), null, clock.instant())
                    .ifPresent(Runnable::run);
        }
    }

    private PeerAnswer answered(ConnectionSide asker, StateFacts said) {
        ConnectionSide answerer = asker == ConnectionSide.PROVIDER ? ConnectionSide.CONSUMER : ConnectionSide.PROVIDER;
        StateDocument document = new StateDocument(
                TestRegistrations.NUMBER,
                answerer.name(),
                TestConnections.PIN,
                CONSUMER,
                said.connection(),
                said.state().name(),
                said.phase().name(),
                said.reason().name(),
                said.claim(),
                said.generation(),
                said.keyId(),
                said.version(),
                1,
                said.next().name(),
                0,
                "NONE",
                Instant.EPOCH,
                Instant.EPOCH,
                "",
                new byte[CompositeSignature.PUBLIC_KEY_LENGTH],
                new byte[StateQuestion.NONCE_LENGTH],
                clock.instant());
        return new PeerAnswer(document, new byte[0]);
    }

    private boolean exists(ConnectionSide side, String number) {
        return side == ConnectionSide.PROVIDER
                ? registrations.find(number).isPresent()
                : connections.find(number).isPresent();
    }

    /** The real records of one side. */
    SharedRecords records(ConnectionSide side) {
        return side == ConnectionSide.PROVIDER ? provider : consumer;
    }

    /** The consumer loses all its data. */
    void forgetConsumer() {
        connections.forget();
        consumerInquiries.forget();
        pending.clear();
    }

    MemoryInquiries inquiries(ConnectionSide side) {
        return side == ConnectionSide.PROVIDER ? providerInquiries : consumerInquiries;
    }

    /** An answer that was on its way arrives. */
    void arrive() {
        Runnable next = later.poll();
        if (next != null) {
            next.run();
        }
    }

    /** What is due is asked; what is lost stays due. */
    void deliver(ConnectionSide side) {
        for (Inquiry inquiry : inquiries(side).due(Instant.MAX, 1)) {
            if (inquiries(side).take(inquiry, Instant.MAX)) {
                ask(side, inquiry.number(), true);
            }
        }
    }

    /** The regular questions of both sides. */
    void askAll() {
        provider.inProgress(99).forEach(number -> ask(ConnectionSide.PROVIDER, number, true));
        provider.live("", 99).forEach(number -> ask(ConnectionSide.PROVIDER, number, true));
        consumer.inProgress(99).forEach(number -> ask(ConnectionSide.CONSUMER, number, true));
        consumer.live("", 99).forEach(number -> ask(ConnectionSide.CONSUMER, number, true));
        deliver(ConnectionSide.PROVIDER);
        deliver(ConnectionSide.CONSUMER);
    }

    /** A copy of the data of one side; running it restores that side. */
    Runnable backup(ConnectionSide side) {
        Map<String, String> savedGrants = new HashMap<>(grants);
        Map<String, String> savedConfirmed = new HashMap<>(confirmed);
        Map<String, String> savedPending = new HashMap<>(pending);
        Runnable rows = side == ConnectionSide.PROVIDER ? registrations.backup() : connections.backup();
        Runnable questions = inquiries(side).backup();
        return () -> {
            rows.run();
            questions.run();
            if (side == ConnectionSide.PROVIDER) {
                put(grants, savedGrants);
                put(confirmed, savedConfirmed);
            } else {
                put(pending, savedPending);
            }
        };
    }

    private static void put(Map<String, String> into, @Nullable Map<String, String> saved) {
        into.clear();
        into.putAll(saved);
    }
}
