package org.serviceexchange.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A token's record; the token's text itself is not stored.
 *
 * @param number such as {@code TOK0001001}
 * @param issuedBy user name of an admin
 * @param lastUsedAt rounded down to the minute
 */
public record ApiToken(
        String number,
        ServiceUser service,
        Scope scope,
        String issuedBy,
        Instant issuedAt,
        Instant expiresAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant revokedAt) {

    public boolean revoked() {
        return revokedAt != null;
    }

    public boolean expired(Instant now) {
        return !now.isBefore(expiresAt);
    }

    /**
     * The unchangeable grant: number, service, scope, issuer and validity. A keyed hash covers it together with the
     * token's text.
     */
    String grant() {
        return String.join(
                "\n", number, service.name(), scope.name(), issuedBy, issuedAt.toString(), expiresAt.toString());
    }
}
