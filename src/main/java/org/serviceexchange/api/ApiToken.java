package org.serviceexchange.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a token; the token itself is not.
 *
 * @param number such as TOK0001001
 * @param issuedBy user name of an admin
 * @param lastUsedAt to the minute
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

    /** What an admin decided once and for all; a keyed hash covers it together with the token. */
    String grant() {
        return String.join(
                "\n", number, service.name(), scope.name(), issuedBy, issuedAt.toString(), expiresAt.toString());
    }
}
