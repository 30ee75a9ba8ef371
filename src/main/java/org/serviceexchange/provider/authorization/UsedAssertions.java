package org.serviceexchange.provider.authorization;

import java.time.Instant;

/** Ids of the client assertions that were presented, so that none is accepted twice (RFC 7523, section 3). */
public interface UsedAssertions {

    /** Stores an assertion by its keyed hash; false if it was presented before. */
    boolean remember(String hash, Instant expiresAt);

    /** Deletes assertions that would be refused for their age anyway, and returns their number. */
    int purge(Instant now);
}
