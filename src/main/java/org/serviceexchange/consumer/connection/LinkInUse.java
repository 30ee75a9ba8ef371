package org.serviceexchange.consumer.connection;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The link a connection works with.
 *
 * @param secret readable by the KMF only; wiped once the claim is answered
 * @param hash keyed hash of the secret, by which the same link is known again
 * @param expiresAt when the wait for the person ends
 */
public record LinkInUse(@Nullable Secret secret, String hash, Instant expiresAt) {

    /** A secret as the KMF sealed it. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Secret(byte[] sealed) {}

    LinkInUse withoutSecret() {
        return new LinkInUse(null, hash, expiresAt);
    }

    LinkInUse expiring(Instant at) {
        return new LinkInUse(secret, hash, at);
    }
}
