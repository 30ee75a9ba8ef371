package org.serviceexchange.api.web;

import java.time.Instant;
import org.serviceexchange.api.ApiToken;

/**
 * A token as a row of the list.
 *
 * @param state {@code active}, {@code expired} or {@code revoked}
 * @param look CSS class that colours the state
 */
record TokenLine(ApiToken token, String state, String look) {

    static TokenLine of(ApiToken token, Instant now) {
        if (token.revoked()) {
            return new TokenLine(token, "revoked", "");
        }
        return token.expired(now)
                ? new TokenLine(token, "expired", "state-warn")
                : new TokenLine(token, "active", "state-ok");
    }
}
