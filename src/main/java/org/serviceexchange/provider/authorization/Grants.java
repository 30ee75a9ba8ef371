package org.serviceexchange.provider.authorization;

import java.time.Instant;
import java.util.Optional;

/** Authorizations in progress. */
public interface Grants {

    /** Saves a grant; false if another transaction saved a newer version in the meantime. */
    boolean save(Grant grant);

    Optional<Grant> find(String id);

    /** The grant whose state, code or token has this keyed hash. */
    Optional<Grant> find(Grant.Kind kind, String hash);

    void remove(String id);

    /** Deletes grants that are no longer needed and returns their number. */
    int purge(Instant now);
}
