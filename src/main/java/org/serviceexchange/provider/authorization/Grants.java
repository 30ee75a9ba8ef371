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

    /** Saves a grant; false if another transaction saved a newer version in the meantime. */
    boolean save(Grant grant);

    Optional<Grant> find(String id);

    /** The grant whose state, code or token has this keyed hash. */
    Optional<Grant> find(Grant.Kind kind, String hash);

    void remove(String id);

    /** Removes everything that this OAuth client has: authorizations in progress, codes and tokens. */
    void removeOf(String clientId);

    /** Deletes grants that are no longer needed and returns their number. */
    int purge(Instant now);
}
