package org.serviceexchange.protocol.handshake;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The result of confirming an exchange at the provider.
 *
 * @param m4 the response to send
 * @param keys the connection's keys when M3 arrives for the first time, empty when it is repeated
 * @param m1 the first message; null if an earlier version did not keep it
 * @param m2 the response to it
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, only sent
public record Confirmation(byte[] m4, Optional<ConnectionKeys> keys, byte @Nullable [] m1, byte[] m2) {

    /** All messages of the exchange. */
    public ExchangeMessages messages(byte[] m3) {
        return new ExchangeMessages(m1, m2, m3, m4);
    }
}
