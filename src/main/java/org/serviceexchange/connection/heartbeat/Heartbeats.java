package org.serviceexchange.connection.heartbeat;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.serviceexchange.connection.lineage.PeerView;
import org.serviceexchange.connection.suspension.Standstill;
import org.serviceexchange.connection.suspension.Standstills;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The heartbeats of connections, for the features whose connections they are. */
@Service
public class Heartbeats {

    /** So many in a row must have failed before a person is told: an instance that was stopped itself first asks. */
    public static final int SILENT = 3;

    private final HeartbeatRows rows;
    private final OwnIncarnations own;
    private final Standstills standstills;
    private final Journal journal;
    private final HeartbeatSettings settings;
    private final Clock clock;

    public Heartbeats(
            HeartbeatRows rows,
            OwnIncarnations own,
            Standstills standstills,
            Journal journal,
            HeartbeatSettings settings,
            Clock clock) {
        this.rows = rows;
        this.own = own;
        this.standstills = standstills;
        this.journal = journal;
        this.settings = settings;
        this.clock = clock;
    }

    /** Sends heartbeats for this connection from now on; has to be called again when its key id or its address changes. */
    @Transactional
    public void follow(FollowedConnection connection) {
        rows.follow(connection, clock.instant());
    }

    /** How the heartbeats of a record go; empty if it has no live connection. */
    public Optional<LineHealth> of(String subject) {
        Instant now = clock.instant();
        return rows.ofSubject(subject)
                .map(row -> LineHealth.of(
                        row,
                        Pace.of(settings, rows.count()),
                        settings.slowAfter(),
                        standstills.ofSubject(subject),
                        now));
    }

    /** The same for many connections, by their numbers at this instance, in three statements. */
    public Map<String, LineHealth> of(Collection<String> modules) {
        List<HeartbeatRow> found = rows.find(modules);
        if (found.isEmpty()) {
            return Map.of();
        }
        Pace pace = Pace.of(settings, rows.count());
        Map<String, Standstill> resting = standstills.of(
                found.stream().map(row -> row.connection().module()).toList());
        Instant now = clock.instant();
        return found.stream()
                .collect(Collectors.toMap(
                        row -> row.connection().module(),
                        row -> LineHealth.of(
                                row,
                                pace,
                                settings.slowAfter(),
                                Objects.requireNonNull(
                                        resting.get(row.connection().module())),
                                now)));
    }

    /**
     * A person decides that this database is no copy, or that the other side may go on after two databases answered at its
     * address. Has no effect otherwise.
     */
    @Transactional
    public void goOn(String subject, String author) {
        rows.ofSubject(subject)
                .flatMap(found -> rows.lock(found.connection().module()))
                .filter(row -> row.stopped() || row.heard().view().quarantined())
                .ifPresent(row -> goOn(row, author));
    }

    private void goOn(HeartbeatRow row, String author) {
        String module = row.connection().module();
        if (row.stopped()) {
            own.restart(row);
        }
        if (row.heard().view().quarantined()) {
            rows.heard(module, row.heard().with(PeerView.NOTHING), clock.instant(), true);
        }
        journal.workNote(row.connection().subject(), author, LocalizedMessage.of("heartbeat.note.goOn"));
    }
}
