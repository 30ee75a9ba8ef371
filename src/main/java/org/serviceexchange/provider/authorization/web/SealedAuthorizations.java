package org.serviceexchange.provider.authorization.web;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.kmf.KeyedHash;
import org.serviceexchange.provider.authorization.Grant;
import org.serviceexchange.provider.authorization.Grants;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.stereotype.Component;

/**
 * The authorization server's storage, which knows states, codes and tokens only by their keyed hashes.
 *
 * <p>Security guarantees: A copy of the database opens nothing. Of two requests that use the same code at the same
 * moment, one fails. What has expired by the application's clock is not found.
 */
@Component
public class SealedAuthorizations implements OAuth2AuthorizationService {

    private final Grants grants;
    private final GrantMapping mapping;
    private final KeyedHash hash;
    private final Clock clock;

    SealedAuthorizations(Grants grants, GrantMapping mapping, KeyedHash hash, Clock clock) {
        this.grants = grants;
        this.mapping = mapping;
        this.hash = hash;
        this.clock = clock;
    }

    @Override
    public void save(OAuth2Authorization authorization) {
        if (!grants.save(mapping.grant(authorization))) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT);
        }
    }

    @Override
    public void remove(OAuth2Authorization authorization) {
        grants.remove(authorization.getId());
    }

    @Override
    public @Nullable OAuth2Authorization findById(String id) {
        return grants.find(id).map(mapping::authorization).orElse(null);
    }

    @Override
    public @Nullable OAuth2Authorization findByToken(String value, @Nullable OAuth2TokenType type) {
        Grant.Kind kind = kind(type);
        if (kind == null) {
            return null;
        }
        return grants.find(kind, hash.of(Grant.SECRET_PURPOSE, value))
                .filter(grant -> clock.instant().isBefore(end(grant, kind)))
                .map(mapping::authorization)
                .orElse(null);
    }

    /**
     * A used code can be found beyond its validity, so that a second use revokes the token (RFC 6749, section 4.1.2).
     */
    private static Instant end(Grant grant, Grant.Kind kind) {
        Grant.Secret code = grant.code();
        return kind == Grant.Kind.CODE && code != null && !code.used() ? code.expiresAt() : grant.expiresAt();
    }

    private static Grant.@Nullable Kind kind(@Nullable OAuth2TokenType type) {
        if (type == null) {
            return null;
        }
        return switch (type.getValue()) {
            case OAuth2ParameterNames.STATE -> Grant.Kind.STATE;
            case OAuth2ParameterNames.CODE -> Grant.Kind.CODE;
            case OAuth2ParameterNames.ACCESS_TOKEN -> Grant.Kind.TOKEN;
            default -> null;
        };
    }
}
