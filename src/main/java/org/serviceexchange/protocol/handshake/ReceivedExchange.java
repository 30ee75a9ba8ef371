package org.serviceexchange.protocol.handshake;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An exchange as the provider stores it.
 *
 * @param exchange id of the exchange, base64url
 * @param m1 the first message; null in exchanges of earlier versions
 * @param m1Hash SHA-256 of M1
 * @param m2 the response to M1
 * @param sealedSecret what is needed to continue at M3, sealed; deleted when the exchange is confirmed, expired or
 *     superseded
 * @param m3Hash SHA-256 of M3; null until confirmed
 * @param m4 the response to M3; null until confirmed
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record ReceivedExchange(
        String registration,
        String exchange,
        byte @Nullable [] m1,
        byte[] m1Hash,
        byte[] m2,
        byte @Nullable [] sealedSecret,
        byte @Nullable [] m3Hash,
        byte @Nullable [] m4,
        Instant startedAt) {}
