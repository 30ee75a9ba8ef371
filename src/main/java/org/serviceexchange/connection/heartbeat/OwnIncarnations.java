package org.serviceexchange.connection.heartbeat;

import org.serviceexchange.connection.lineage.Incarnation;
import org.serviceexchange.connection.lineage.OwnLine;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.kmf.RandomSecrets;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Begins new incarnations of the own side, and stops it where this database turns out to be a copy. */
@Service
public class OwnIncarnations {

    private static final int ID_LENGTH = 22;

    private final HeartbeatRows rows;
    private final RandomSecrets secrets;
    private final Journal journal;
    private final ApplicationEventPublisher events;

    public OwnIncarnations(
            HeartbeatRows rows, RandomSecrets secrets, Journal journal, ApplicationEventPublisher events) {
        this.rows = rows;
        this.secrets = secrets;
        this.journal = journal;
        this.events = events;
    }

    /** A random id of an incarnation: 22 characters of base64url, 132 bits. */
    String newId() {
        return secrets.next().substring(0, ID_LENGTH);
    }

    /** Begins the next incarnation, says why in the journal and asks what was missed, unless another node was faster. */
    @Transactional
    public void renew(FollowedConnection connection, Incarnation from, OwnLine to) {
        if (rows.renew(connection.module(), from, to)) {
            journal.workNote(
                    connection.subject(),
                    Journal.SYSTEM,
                    LocalizedMessage.of(
                            "heartbeat.note.setBack", to.incarnation().number()));
            events.publishEvent(new PeerRecordDoubted(connection.side(), connection.subject()));
        }
    }

    /**
     * The other side refused a heartbeat, as one does that has no such connection, or other keys: its signed state, which is
     * asked for, says which.
     */
    @Transactional
    public void refused(FollowedConnection connection) {
        events.publishEvent(new PeerRecordDoubted(connection.side(), connection.subject()));
    }

    /** Sends nothing any more. */
    @Transactional
    public void stop(FollowedConnection connection) {
        rows.stop(connection.module(), true);
        journal.comment(connection.subject(), Journal.SYSTEM, LocalizedMessage.of("heartbeat.note.stopped"));
    }

    /** Sends again, in a new incarnation, about which the other side will ask. */
    @Transactional
    public void restart(HeartbeatRow row) {
        Incarnation now = row.line().incarnation();
        rows.renew(
                row.connection().module(),
                now,
                new OwnLine(now.after(now, newId()), row.line().counter()));
        rows.stop(row.connection().module(), false);
    }
}
