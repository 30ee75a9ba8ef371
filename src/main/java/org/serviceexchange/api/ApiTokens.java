package org.serviceexchange.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The tokens of all services. */
public interface ApiTokens {

    /** Adds one, found by the keyed hash of the token; the proof is kept beside it. */
    void add(ApiToken token, String tokenHash, String proof);

    /** All, newest first. */
    List<ApiToken> all();

    Optional<ApiToken> find(String number);

    /** The one with this keyed hash, unless it was revoked. */
    Optional<Proved> ofHash(String tokenHash);

    /** Notes that it was used. */
    void used(String number, Instant at);

    /** Forgets the token's hash, so that it is refused from now on; false if there is nothing to revoke. */
    boolean revoke(String number, String admin, Instant at);

    /** A token as it was found, with its proof. */
    record Proved(ApiToken token, String proof) {}
}
