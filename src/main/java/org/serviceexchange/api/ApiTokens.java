package org.serviceexchange.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The API tokens of all services. */
public interface ApiTokens {

    /** Adds a token, which is found by the keyed hash of its text; the proof is stored beside it. */
    void add(ApiToken token, String tokenHash, String proof);

    /** All tokens, newest first. */
    List<ApiToken> all();

    Optional<ApiToken> find(String number);

    /** The token with this keyed hash, unless it was revoked. */
    Optional<Proved> ofHash(String tokenHash);

    /** Records when the token was last used. */
    void used(String number, Instant at);

    /** Revokes a token by deleting its hash; false if there is nothing to revoke. */
    boolean revoke(String number, String admin, Instant at);

    /** A stored token and its proof. */
    record Proved(ApiToken token, String proof) {}
}
