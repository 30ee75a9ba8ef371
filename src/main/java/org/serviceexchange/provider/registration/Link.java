package org.serviceexchange.provider.registration;

import java.time.Instant;

/**
 * A registration link: its one-time secret, never in plain text, and its expiry.
 *
 * @param secretHash keyed hash by which a claim finds the registration
 * @param sealedSecret the secret sealed by the KMF, because people must be able to copy the link
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Link(String secretHash, byte[] sealedSecret, Instant expiresAt) {

    /** Purpose of the keyed hash of the secret. */
    public static final String HASH_PURPOSE = "registration-link";

    /** Whether the link has expired and can no longer be claimed. */
    public boolean expired(Instant now) {
        return !now.isBefore(expiresAt);
    }

    @Override
    public String toString() {
        return "Link[until " + expiresAt + "]";
    }
}
