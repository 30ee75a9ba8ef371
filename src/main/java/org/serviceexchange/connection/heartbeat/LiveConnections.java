package org.serviceexchange.connection.heartbeat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.serviceexchange.protocol.wire.ConnectionSide;

/** The connections of one side, as their protected records describe them; each feature declares its own bean. */
public interface LiveConnections {

    /** The side on which this instance is. */
    ConnectionSide side();

    /** The connection of a record; empty if there is none, or if it has ended. */
    Optional<LiveConnection> ofSubject(String subject);

    /** The versions of these records, read in one statement. */
    Map<String, Long> versions(List<String> subjects);

    /** The connection with this key id; empty if there is none, or if it has ended. */
    Optional<LiveConnection> ofKey(String keyId);
}
