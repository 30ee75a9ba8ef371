package org.serviceexchange.connection.suspension;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.serviceexchange.connection.life.ConnectionLife;
import org.serviceexchange.connection.life.ConnectionLookup;
import org.serviceexchange.connection.life.LivingConnection;
import org.serviceexchange.connection.suspension.Suspension.Kind;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A person suspends a live connection, announces maintenance for it, or ends either early. It counts here at once; the other
 * side asks for it afterwards. Each side has one suspension at a time, the last one said, and lifts its own only.
 */
@Service
public class SuspendConnection {

    private final Suspensions suspensions;
    private final ConnectionLookup connections;
    private final ConnectionLife life;
    private final Journal journal;
    private final SuspensionSettings settings;
    private final Clock clock;

    public SuspendConnection(
            Suspensions suspensions,
            ConnectionLookup connections,
            ConnectionLife life,
            Journal journal,
            SuspensionSettings settings,
            Clock clock) {
        this.suspensions = suspensions;
        this.connections = connections;
        this.life = life;
        this.journal = journal;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * An {@code INPUT_INVALID} problem names the field that is wrong; a {@code CONNECTION_NOT_THERE_YET} problem if the
     * connection does not live.
     *
     * @param number of the connection at this instance
     */
    @Transactional
    public void suspend(String number, String author, SuspensionOrder order) {
        Suspension suspension = order.checked(now(), settings);
        LivingConnection connection = lock(number);
        keep(connection, suspension);
        journal.workNote(connection.subject(), author, note(suspension));
    }

    /** As {@link #suspend}, with what was checked before; false if the connection has a suspension that is not over. */
    @Transactional
    public boolean suspendUnlessItIs(String number, String author, Suspension suspension) {
        Optional<LivingConnection> living = connections.lock(number);
        if (living.isEmpty() || pending(number).isPresent()) {
            return false;
        }
        keep(living.get(), suspension);
        journal.workNote(living.get().subject(), author, note(suspension));
        return true;
    }

    /** Ends the own suspension early; false if there is none that is not over. */
    @Transactional
    public boolean resume(String number, String author) {
        LivingConnection connection = lock(number);
        Optional<Suspension> pending = pending(number);
        pending.ifPresent(suspension -> {
            keep(connection, suspension.lifted(now()));
            String said = suspension.inForce(now()) ? "resumed" : "withdrawn";
            journal.workNote(connection.subject(), author, LocalizedMessage.of("suspension.note." + said));
        });
        return pending.isPresent();
    }

    /** As {@link #resume}, if this very suspension is the last one that this side said. */
    @Transactional
    public boolean resume(String number, String author, Suspension suspension) {
        return pending(number).filter(suspension::equals).isPresent() && resume(number, author);
    }

    private Optional<Suspension> pending(String number) {
        Instant now = now();
        return suspensions.of(number).stream()
                .filter(KeptSuspension::own)
                .map(KeptSuspension::suspension)
                .filter(suspension -> suspension.pending(now))
                .findFirst();
    }

    private void keep(LivingConnection connection, Suspension suspension) {
        long version = connections.changed(connection);
        suspensions.save(
                new KeptSuspension(connection.number(), true, connection.subject(), suspension, now(), version, null));
        life.suspensionChanged(connection.number());
    }

    private LivingConnection lock(String number) {
        return connections
                .lock(number)
                .orElseThrow(() -> new Problem(
                        ProblemCode.CONNECTION_NOT_THERE_YET, number, LocalizedMessage.of("suspension.notLiving")));
    }

    private static LocalizedMessage note(Suspension suspension) {
        return suspension.kind() == Kind.SUSPENDED
                ? LocalizedMessage.of("suspension.note.suspended", suspension.until(), suspension.reason())
                : LocalizedMessage.of(
                        "suspension.note.maintenance", suspension.from(), suspension.until(), suspension.reason());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
