package org.serviceexchange.protocol.handshake;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An exchange as the provider keeps it.
 *
 * @param exchange id, base64url
 * @param m1Hash SHA-256 of M1
 * @param m2 the answer to it
 * @param sealedSecret what is needed to go on at M3; gone when the exchange is confirmed, expired or superseded
 * @param m3Hash SHA-256 of M3, once confirmed
 * @param m4 the answer to it, once confirmed
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record ReceivedExchange(
        String registration,
        String exchange,
        byte[] m1Hash,
        byte[] m2,
        byte @Nullable [] sealedSecret,
        byte @Nullable [] m3Hash,
        byte @Nullable [] m4,
        Instant startedAt) {}
