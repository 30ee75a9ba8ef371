package org.serviceexchange.provider.authorization;

import java.time.Instant;

/**
 * The ids of client assertions that were presented, so that none is accepted twice.
 *
 * <p>Security guarantees: Of two presentations of the same assertion, one is refused, also at the same moment. An
 * assertion is forgotten only after the moment it was remembered for.
 */
public interface UsedAssertions {

    /** Remembers an assertion by its keyed hash; false if it was presented before. */
    boolean remember(String hash, Instant expiresAt);

    /** Forgets assertions that are refused for their age anyway. */
    int purge(Instant now);
}
