package org.serviceexchange.provider.authorization;

import java.time.Instant;

/**
 * The ids of client assertions that were presented, so that none is accepted twice.
 *
 * <p>Security guarantees: Of two presentations of the same assertion, one is refused, also at the same moment. An
 * assertion is forgotten only after the moment it was remembered for.
 */
public interface UsedAssertions {

    /** Stores an assertion by its keyed hash; false if it was presented before. */
    boolean remember(String hash, Instant expiresAt);

    /** Deletes assertions that would be refused for their age anyway, and returns their number. */
    int purge(Instant now);
}
