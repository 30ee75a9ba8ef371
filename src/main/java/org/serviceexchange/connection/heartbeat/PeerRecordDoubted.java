package org.serviceexchange.connection.heartbeat;

import org.serviceexchange.protocol.wire.ConnectionSide;

/** A heartbeat shows that the peer's record may be another one than is known here: the peer is to be asked for its state. */
public record PeerRecordDoubted(ConnectionSide side, String subject) {}
