package org.serviceexchange.protocol.handshake;

/**
 * An exchange whose last message has arrived; {@link KeyExchangeClient#finish} yields its keys.
 *
 * @param m4 the last message, not yet verified
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record AnsweredExchange(StartedExchange exchange, byte[] m4) {}
