package org.serviceexchange.connection.heartbeat;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.serviceexchange.connection.lineage.Incarnation;
import org.serviceexchange.connection.lineage.Lineage;
import org.serviceexchange.connection.lineage.OwnLine;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records what a peer said when it was asked who it is. */
@Service
public class RecordLineage {

    private final HeartbeatRows rows;
    private final Journal journal;
    private final Clock clock;

    public RecordLineage(HeartbeatRows rows, Journal journal, Clock clock) {
        this.rows = rows;
        this.journal = journal;
        this.clock = clock;
    }

    /** Has no effect if another incarnation than the one that was asked about was seen meanwhile. */
    @Transactional
    public void record(FollowedConnection connection, Incarnation asking, List<Optional<OwnLine>> answers) {
        rows.lock(connection.module())
                .filter(row -> asking.equals(row.heard().view().asking()))
                .ifPresent(row -> {
                    Lineage.Resolution resolved = Lineage.resolve(row.heard().view(), answers);
                    rows.heard(connection.module(), row.heard().with(resolved.view()), clock.instant(), false);
                    note(connection, resolved.finding());
                });
    }

    private void note(FollowedConnection connection, Lineage.Finding finding) {
        switch (finding) {
            case RESTORED ->
                journal.workNote(connection.subject(), Journal.SYSTEM, LocalizedMessage.of("heartbeat.note.restored"));
            case COPY_FOUND ->
                journal.workNote(connection.subject(), Journal.SYSTEM, LocalizedMessage.of("heartbeat.note.copy"));
            case TWO_DATABASES ->
                journal.workNote(
                        connection.subject(), Journal.SYSTEM, LocalizedMessage.of("heartbeat.note.quarantined"));
            case OPEN -> {
                // Nothing changed: the next heartbeat of the later incarnation asks again
            }
        }
    }
}
