package org.serviceexchange.provider.authorization;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One authorization at the authorization server, from the authorization request to the access token. Contains no
 * secret: state, code and token are known by their keyed hashes only.
 *
 * @param id id assigned by the authorization server
 * @param userId immutable user name of the person who was logged in
 * @param securityVersion of the user at the time of the authorization request; the grant ends when it rises
 * @param stateHash keyed hash of the state; only while the consent page is open
 * @param expiresAt when the row is no longer needed
 * @param version 0 before the first save; saving an outdated version is refused, so that a code is used only once
 */
public record Grant(
        String id,
        String clientId,
        String userId,
        long securityVersion,
        Request request,
        @Nullable String stateHash,
        @Nullable Secret code,
        @Nullable Secret token,
        Instant expiresAt,
        long version) {

    /** Purpose of the keyed hashes of states, codes and tokens. */
    public static final String SECRET_PURPOSE = "oauth-secret";

    /** The only scope of a token: permits the key exchange of one registration. */
    public static final String SCOPE = "key-exchange";

    /** The consumer's authorization request. */
    public record Request(String redirectUri, String state, Set<String> scopes, String codeChallenge) {

        public Request {
            scopes = Set.copyOf(scopes);
        }
    }

    /** A code or a token: its keyed hash, its validity, and whether it must no longer be used. */
    public record Secret(String hash, Instant issuedAt, Instant expiresAt, boolean used) {

        /** Whether it can be used at this time. */
        public boolean usable(Instant now) {
            return !used && now.isBefore(expiresAt);
        }
    }

    /** The kinds of values by which a grant is looked up. */
    public enum Kind {
        STATE,
        CODE,
        TOKEN
    }

    /** The access token, if it can be used at this time. */
    public Optional<Secret> usableToken(Instant now) {
        return Optional.ofNullable(token).filter(secret -> secret.usable(now));
    }
}
