package org.serviceexchange.protocol.handshake;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An exchange as the consumer stores it; at most one per provider and registration.
 *
 * @param provider thumbprint of the provider
 * @param exchange id of the exchange, base64url
 * @param tokenHash SHA-256 of the access token that M1 is bound to
 * @param m1 the first message, as sent
 * @param sealedSecret the ephemeral private key, sealed; once M3 is made, the connection keys instead
 * @param m2 the second message, as received; null until it was accepted, and in exchanges of earlier versions
 * @param m3 the third message; null until M2 was accepted
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record StartedExchange(
        String provider,
        String registration,
        String exchange,
        byte[] tokenHash,
        byte[] m1,
        byte[] sealedSecret,
        byte @Nullable [] m2,
        byte @Nullable [] m3,
        Instant startedAt) {}
