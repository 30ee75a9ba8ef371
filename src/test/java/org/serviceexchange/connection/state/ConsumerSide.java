package org.serviceexchange.connection.state;

import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.withSettings;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.serviceexchange.connection.heartbeat.HeartbeatRows;
import org.serviceexchange.connection.offboarding.EndConnection;
import org.serviceexchange.consumer.InMemoryProviderConnections;
import org.serviceexchange.consumer.closing.CloseConnection;
import org.serviceexchange.consumer.closing.OffBoardedProviders;
import org.serviceexchange.consumer.connection.ConnectionProcess;
import org.serviceexchange.consumer.connection.OwnAddress;
import org.serviceexchange.consumer.connection.ProviderConnectionPages;
import org.serviceexchange.consumer.keyexchange.LivingProviders;
import org.serviceexchange.consumer.state.AdoptProviderState;
import org.serviceexchange.consumer.state.ConnectionRecords;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.kmf.ModuleKeys;

/** A consumer with its real aggregate, records and rules, over stores in memory. */
final class ConsumerSide {

    private static final ProviderConnectionPages PAGES = mock(withSettings().stubOnly());
    private static final OwnAddress OWN_ADDRESS = mock(withSettings().stubOnly());
    private static final ConnectionProcess PROCESS = mock(withSettings().stubOnly());

    final String thumbprint;
    final InMemoryProviderConnections connections = new InMemoryProviderConnections();
    final MemoryInquiries inquiries = new MemoryInquiries();
    /** Keys for which M3 is kept, by the number of the connection. */
    final Map<String, String> pending = new HashMap<>();

    final WalkKeys keys;
    final WalkBeats beats = new WalkBeats();
    final CloseConnection closeConnection;
    final OffBoardedProviders offBoarded;
    final SharedRecords records;
    private final LivingProviders living;

    ConsumerSide(String thumbprint, ModuleKeys moduleKeys, Journal journal, AskedFirst askedFirst, Clock clock) {
        this.thumbprint = thumbprint;
        connections.telling(inquiries);
        living = new LivingProviders(
                connections, PAGES, Instances.INSTANCE_KEYS, OWN_ADDRESS, Instances.HEARTBEATS, Instances.NO_NEWS);
        keys = new WalkKeys(this::living, moduleKeys, journal, clock);
        HeartbeatRows rows = mock(withSettings().stubOnly());
        doAnswer(call -> {
                    beats.forget(call.getArgument(0));
                    return null;
                })
                .when(rows)
                .remove(anyString());
        EndConnection end = new EndConnection(moduleKeys, keys.sets, rows, Instances.SUSPENSIONS, keys.life);
        closeConnection = new CloseConnection(connections, end, journal, askedFirst, clock);
        offBoarded = new OffBoardedProviders(connections, closeConnection);
        records = new ConnectionRecords(
                connections,
                new AdoptProviderState(connections, PROCESS, closeConnection, keys.life, journal),
                keys.sets,
                Instances.NO_FORMER_KEYS);
    }

    private LivingProviders living() {
        return living;
    }

    /** All data is lost. */
    void forget() {
        connections.forget();
        inquiries.forget();
        pending.clear();
    }

    /** Everything as it is now; running it later restores that. */
    Runnable backup() {
        Map<String, String> savedPending = new HashMap<>(pending);
        Runnable rows = connections.backup();
        Runnable questions = inquiries.backup();
        Runnable keySets = keys.backup();
        Runnable lines = beats.backup();
        return () -> {
            rows.run();
            questions.run();
            keySets.run();
            lines.run();
            pending.clear();
            pending.putAll(savedPending);
        };
    }
}
