package org.serviceexchange.connection.contact;

import java.time.Clock;
import java.util.Optional;
import org.serviceexchange.connection.heartbeat.HeartbeatRows;
import org.serviceexchange.connection.life.ConnectionLookup;
import org.serviceexchange.connection.life.LivingConnection;
import org.serviceexchange.connection.state.AskPeer;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.ExplainedFailure;
import org.serviceexchange.platform.store.Recording;
import org.springframework.stereotype.Service;

/** Asks a silent peer for its state now, because a person wants to know whether it is there again. */
@Service
public class TryContact {

    private final ConnectionLookup connections;
    private final AskPeer askPeer;
    private final HeartbeatRows heartbeats;
    private final Alarms alarms;
    private final Journal journal;
    private final Clock clock;

    public TryContact(
            ConnectionLookup connections,
            AskPeer askPeer,
            HeartbeatRows heartbeats,
            Alarms alarms,
            Journal journal,
            Clock clock) {
        this.connections = connections;
        this.askPeer = askPeer;
        this.heartbeats = heartbeats;
        this.alarms = alarms;
        this.journal = journal;
        this.clock = clock;
    }

    /** Whether there is nothing more to do once this is recorded: the peer answered, now or meanwhile, or the connection is over. */
    public Recording<Boolean> tryContact(String number) {
        Optional<LivingConnection> found = connections.find(number);
        if (found.isEmpty()) {
            return Recording.nothing(true);
        }
        LivingConnection connection = found.get();
        try {
            askPeer.ask(connection.side(), connection.subject(), null);
        } catch (RuntimeException silent) {
            if (!(silent instanceof ExplainedFailure explained)) {
                throw silent;
            }
            LocalizedMessage why = explained.finding().sentence();
            // A heartbeat may have been answered meanwhile, whose message found no task
            return () -> note(
                    connection,
                    LocalizedMessage.of("contact.note.silent", why),
                    !alarms.has(connection.number(), Alarm.LOST));
        }
        return () -> answered(connection);
    }

    /** The next heartbeat is sent at once, and proves that the keys are there too. */
    private boolean answered(LivingConnection connection) {
        heartbeats
                .lock(connection.number())
                .ifPresent(row -> heartbeats.heard(connection.number(), row.heard(), clock.instant(), true));
        alarms.end(connection.number(), Alarm.LOST);
        return note(connection, LocalizedMessage.of("contact.note.answered"), true);
    }

    private boolean note(LivingConnection connection, LocalizedMessage said, boolean done) {
        journal.workNote(connection.subject(), Journal.SYSTEM, said);
        return done;
    }
}
