package org.serviceexchange.account;

import java.time.Instant;
import java.util.Optional;

/** The newest password link of each user. A link is found while it can be used, by the keyed hash of its secret. */
public interface PasswordLinkRows {

    /** Keeps a link for a user with the present security version; an earlier one ends. */
    void replace(String userId, String secretHash, Instant now, Instant expiresAt);

    /** Whether the user's newest link was made after this moment. */
    boolean madeAfter(String userId, Instant moment);

    /** The user of a link that can be used. */
    Optional<String> userOf(String secretHash, Instant now);

    /** Uses a link up; false if it cannot be used any more, such as after somebody else was faster. */
    boolean take(String secretHash, Instant now);

    /** Ends a user's link. */
    void remove(String userId);

    /** Removes links that expired before this moment, and returns how many. */
    int purge(Instant moment);
}
