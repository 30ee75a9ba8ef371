package org.serviceexchange.connection.heartbeat;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.serviceexchange.connection.heartbeat.HeartbeatRow.Heard;
import org.serviceexchange.connection.heartbeat.HeartbeatRow.Sent;
import org.serviceexchange.connection.lineage.Incarnation;
import org.serviceexchange.connection.lineage.OwnLine;

/** One row for each live connection. */
public interface HeartbeatRows {

    /**
     * Takes rows that are due, counts their own lines up, and commits both, so that no other node takes them and no counter is
     * ever sent twice. They are due again at {@code until}, should this node die.
     *
     * @param newId id for lines that have none yet
     */
    List<HeartbeatRow> take(Instant now, Instant until, int limit, String newId);

    /** As {@link #take}, for one connection, whether or not it is due; empty if nothing is sent for it. */
    Optional<HeartbeatRow> takeNow(String module, Instant until, String newId);

    Optional<HeartbeatRow> find(String module);

    /** The rows of these connections, as far as there are any, in one statement. */
    List<HeartbeatRow> find(Collection<String> modules);

    Optional<HeartbeatRow> ofSubject(String subject);

    /** Locks the row until the end of the transaction. */
    Optional<HeartbeatRow> lock(String module);

    /** Locks the row of a key until the end of the transaction. */
    Optional<HeartbeatRow> lockByKey(String keyId);

    /** Adds a connection, due at once, or changes its key id and address; nothing else of a row that exists. */
    void follow(FollowedConnection connection, Instant now);

    void remove(String module);

    /** Writes what became of the own heartbeats of a batch. */
    void sent(Map<String, Sent> byModule);

    /** Writes what is known of the other side. Own heartbeats that fail are tried at once if {@code there}. */
    void heard(String module, Heard heard, Instant now, boolean there);

    /** Begins a new incarnation; false if the row is not in this one any more. */
    boolean renew(String module, Incarnation from, OwnLine to);

    /** Stops or starts the own heartbeats. */
    void stop(String module, boolean stopped);

    /** How many connections send heartbeats. */
    long count();
}
