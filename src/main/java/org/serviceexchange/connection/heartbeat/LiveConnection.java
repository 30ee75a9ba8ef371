package org.serviceexchange.connection.heartbeat;

import org.serviceexchange.protocol.wire.ConnectionSide;

/**
 * A connection whose two sides send each other heartbeats.
 *
 * @param module module of its keys, such as {@code CCN0001001}
 * @param side the side on which this instance is
 * @param registration number at the provider
 * @param keyId id of its keys
 * @param address base URL of the other side
 */
public record LiveConnection(String module, ConnectionSide side, String registration, String keyId, String address) {

    /** The same connection under other keys, which are open beside those in use. */
    LiveConnection under(String otherKeyId) {
        return new LiveConnection(module, side, registration, otherKeyId, address);
    }

    /** The record to which it belongs, in whose journal it is written: the registration, or the connection of a consumer. */
    public String subject() {
        return side == ConnectionSide.PROVIDER ? registration : module;
    }
}
