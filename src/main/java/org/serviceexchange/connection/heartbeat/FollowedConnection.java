package org.serviceexchange.connection.heartbeat;

import org.serviceexchange.connection.life.LivingConnection;
import org.serviceexchange.protocol.wire.ConnectionSide;

/**
 * What a heartbeat needs to know of a living connection; kept in its row, so that a batch of heartbeats reads no record.
 *
 * @param module module of its keys, such as {@code CCN0001001}
 * @param side the side on which this instance is
 * @param registration number at the provider
 * @param keyId id of its keys
 * @param address base URL of the other side
 */
public record FollowedConnection(
        String module, ConnectionSide side, String registration, String keyId, String address) {

    /** What the record of a living connection says now. */
    static FollowedConnection of(LivingConnection living) {
        return new FollowedConnection(
                living.number(),
                living.side(),
                living.registration(),
                living.keyId(),
                living.peer().url());
    }

    /** The same connection under other keys, which are open beside those in use. */
    FollowedConnection under(String otherKeyId) {
        return new FollowedConnection(module, side, registration, otherKeyId, address);
    }

    /** The record to which it belongs, in whose journal it is written: the registration, or the connection of a consumer. */
    public String subject() {
        return side == ConnectionSide.PROVIDER ? registration : module;
    }
}
