package org.serviceexchange.protocol.handshake;

import org.serviceexchange.protocol.wire.ConnectionSide;

/**
 * A connection from the point of view of one side.
 *
 * @param module module of the connection's two keys in the KMF, such as {@code CCN0001001}
 * @param registration number at the provider
 * @param keyId as in {@link ConnectionKeys}
 * @param side the side that this instance is on
 */
public record Channel(String module, String registration, String keyId, ConnectionSide side) {}
