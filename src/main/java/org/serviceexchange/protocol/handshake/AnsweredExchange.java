package org.serviceexchange.protocol.handshake;

import static java.util.Objects.requireNonNull;

/**
 * An exchange whose last message has arrived; {@link KeyExchangeClient#finish} yields its keys.
 *
 * @param m4 the last message, not yet verified
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record AnsweredExchange(StartedExchange exchange, byte[] m4) {

    /** All messages of the exchange. */
    public ExchangeMessages messages() {
        return new ExchangeMessages(exchange.m1(), exchange.m2(), requireNonNull(exchange.m3()), m4);
    }
}
