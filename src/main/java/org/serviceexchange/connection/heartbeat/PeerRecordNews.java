package org.serviceexchange.connection.heartbeat;

import org.serviceexchange.protocol.wire.ConnectionSide;

/** Is told when a heartbeat shows that the peer's record may be another one than is known here, so that the peer is asked. */
@FunctionalInterface
public interface PeerRecordNews {

    /** Asks the peer of this record in the background. */
    void maybeChanged(ConnectionSide side, String subject);
}
