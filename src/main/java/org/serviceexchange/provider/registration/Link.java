package org.serviceexchange.provider.registration;

import java.time.Instant;

/**
 * The one-time secret of a registration link, never in clear.
 *
 * @param secretHash keyed hash by which a claim finds the registration
 * @param sealedSecret what a person must be able to copy, sealed by the KMF
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Link(String secretHash, byte[] sealedSecret, Instant expiresAt) {

    /** Purpose of the keyed hash of the secret. */
    public static final String HASH_PURPOSE = "registration-link";

    /** Whether the link can no longer be claimed. */
    public boolean expired(Instant now) {
        return !now.isBefore(expiresAt);
    }

    @Override
    public String toString() {
        return "Link[until " + expiresAt + "]";
    }
}
