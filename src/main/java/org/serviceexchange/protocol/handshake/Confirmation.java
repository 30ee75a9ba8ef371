package org.serviceexchange.protocol.handshake;

import java.util.Optional;

/**
 * What confirming an exchange gives the provider.
 *
 * @param m4 the answer to send
 * @param keys the keys of the connection the first time the message comes, afterwards nothing
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, only sent
public record Confirmation(byte[] m4, Optional<ConnectionKeys> keys) {}
