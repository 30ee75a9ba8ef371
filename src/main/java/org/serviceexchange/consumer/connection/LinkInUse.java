package org.serviceexchange.consumer.connection;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The registration link of a connection.
 *
 * @param secret the one-time secret, sealed; null once the claim got a response
 * @param hash keyed hash of the secret, to recognise the same link again
 * @param expiresAt when the connection stops waiting for the person
 */
public record LinkInUse(@Nullable Secret secret, String hash, Instant expiresAt) {

    /** A secret sealed by the KMF. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Secret(byte[] sealed) {}

    LinkInUse withoutSecret() {
        return new LinkInUse(null, hash, expiresAt);
    }

    LinkInUse expiring(Instant at) {
        return new LinkInUse(secret, hash, at);
    }
}
