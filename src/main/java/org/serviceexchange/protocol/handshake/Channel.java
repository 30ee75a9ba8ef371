package org.serviceexchange.protocol.handshake;

import org.serviceexchange.protocol.wire.ConnectionSide;

/**
 * A connection as one of its sides uses it.
 *
 * @param module under which the KMF holds the two keys of the connection, such as {@code CCN0001001}
 * @param registration number at the provider
 * @param keyId of {@link ConnectionKeys}
 * @param side which of the two this instance is
 */
public record Channel(String module, String registration, String keyId, ConnectionSide side) {}
