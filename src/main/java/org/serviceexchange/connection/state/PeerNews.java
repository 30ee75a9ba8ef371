package org.serviceexchange.connection.state;

import org.serviceexchange.protocol.wire.ConnectionSide;

/** Takes note that a peer should hear of a change that no message under way tells it. */
@FunctionalInterface
public interface PeerNews {

    /** Part of the caller's transaction, which holds the record's lock; the peer is called after it. */
    void tell(ConnectionSide side, String number);
}
