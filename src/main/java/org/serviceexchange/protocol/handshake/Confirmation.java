package org.serviceexchange.protocol.handshake;

import java.util.Optional;

/**
 * The result of confirming an exchange at the provider.
 *
 * @param m4 the response to send
 * @param keys the connection's keys when M3 arrives for the first time, empty when it is repeated
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, only sent
public record Confirmation(byte[] m4, Optional<ConnectionKeys> keys) {}
