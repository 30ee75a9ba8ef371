package org.serviceexchange.provider.authorization;

import java.time.Instant;
import java.util.Optional;

/**
 * Passes through the authorization server that are not yet over.
 *
 * <p>Security guarantees: An older version never overwrites a newer one. No state, code or token is in clear in the
 * database.
 */
public interface Grants {

    /** Saves a grant; false if someone saved a newer version of it in the meantime. */
    boolean save(Grant grant);

    Optional<Grant> find(String id);

    /** The grant that was given a state, code or token with this keyed hash. */
    Optional<Grant> find(Grant.Kind kind, String hash);

    void remove(String id);

    /** Removes what is of no further use and returns how much that was. */
    int purge(Instant now);
}
