package org.serviceexchange.provider.registration;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;

/**
 * A registration link: its one-time secret, never in plain text, and its expiry.
 *
 * @param secretHash keyed hash by which a claim finds the registration
 * @param sealedSecret the secret sealed by the KMF, because people must be able to copy the link
 * @param unsent whether an admin has yet to send it, because it was not sent by e-mail
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Link(String secretHash, byte[] sealedSecret, Instant expiresAt, boolean unsent) {

    /** Purpose of the keyed hash of the secret. */
    public static final String HASH_PURPOSE = "registration-link";

    /** A link that goes out by e-mail. */
    public Link(String secretHash, byte[] sealedSecret, Instant expiresAt) {
        this(secretHash, sealedSecret, expiresAt, false);
    }

    Link unsent(boolean still) {
        return new Link(secretHash, sealedSecret, expiresAt, still);
    }

    /** Whether there is a link that an admin has yet to send. */
    public static boolean unsent(@Nullable Link link) {
        return link != null && link.unsent();
    }

    /** The link of somebody who used it, and therefore has it. */
    static @Nullable Link sent(@Nullable Link link) {
        return link == null ? null : link.unsent(false);
    }

    static void requireUsable(@Nullable Link link, Instant now) {
        if (link == null || link.expired(now)) {
            throw new Problem(ProblemCode.LINK_EXPIRED);
        }
    }

    /** Whether the link has expired and can no longer be claimed. */
    public boolean expired(Instant now) {
        return !now.isBefore(expiresAt);
    }

    @Override
    public String toString() {
        return "Link[until " + expiresAt + "]";
    }
}
