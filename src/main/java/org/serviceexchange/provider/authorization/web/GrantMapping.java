package org.serviceexchange.provider.authorization.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.directory.Users;
import org.serviceexchange.kmf.KeyedHash;
import org.serviceexchange.provider.authorization.Grant;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.stereotype.Component;

/**
 * Maps the authorization server's model to a {@link Grant} and back; restored values contain keyed hashes in place of
 * the secrets.
 */
@Component
class GrantMapping {

    /** Prefix of a value that is already a hash; a secret never contains a colon. */
    private static final String HASHED = "hash:";

    private static final String VERSION = "version";
    private static final String SECURITY_VERSION = "securityVersion";

    /** The attribute in which the authorization server expects the authenticated user. */
    private static final String PRINCIPAL = "java.security.Principal";

    private final RegisteredClientRepository clients;
    private final Users users;
    private final KeyedHash hash;
    private final Clock clock;

    GrantMapping(RegisteredClientRepository clients, Users users, KeyedHash hash, Clock clock) {
        this.clients = clients;
        this.users = users;
        this.hash = hash;
        this.clock = clock;
    }

    Grant grant(OAuth2Authorization from) {
        Long version = from.getAttribute(VERSION);
        Long security = from.getAttribute(SECURITY_VERSION);
        String state = from.getAttribute(OAuth2ParameterNames.STATE);
        Grant.Secret code = secret(from.getToken(OAuth2AuthorizationCode.class));
        Grant.Secret token = secret(from.getToken(OAuth2AccessToken.class));
        return new Grant(
                from.getId(),
                from.getRegisteredClientId(),
                from.getPrincipalName(),
                security == null ? users.securityVersion(from.getPrincipalName()) : security,
                request(from),
                state == null ? null : hashOf(state),
                code,
                token,
                end(code, token),
                version == null ? 0 : version);
    }

    private Instant end(Grant.@Nullable Secret code, Grant.@Nullable Secret token) {
        if (token != null) {
            return token.expiresAt();
        }
        return code != null ? code.expiresAt() : clock.instant().plus(OAuth.CONSENT_LIFE);
    }

    private static Grant.Request request(OAuth2Authorization from) {
        OAuth2AuthorizationRequest request =
                Objects.requireNonNull(from.getAttribute(OAuth2AuthorizationRequest.class.getName()));
        Object challenge = request.getAdditionalParameters().get(PkceParameterNames.CODE_CHALLENGE);
        return new Grant.Request(
                request.getRedirectUri(),
                Objects.requireNonNull(request.getState()),
                request.getScopes(),
                String.valueOf(challenge));
    }

    private Grant.@Nullable Secret secret(OAuth2Authorization.@Nullable Token<? extends OAuth2Token> token) {
        if (token == null) {
            return null;
        }
        OAuth2Token value = token.getToken();
        Instant issued = Objects.requireNonNull(value.getIssuedAt());
        Duration life = Duration.between(issued, Objects.requireNonNull(value.getExpiresAt()));
        Instant from = isNew(value) ? clock.instant() : issued;
        return new Grant.Secret(hashOf(value.getTokenValue()), from, from.plus(life), token.isInvalidated());
    }

    /** The authorization server issues by the machine's clock; everything here lives by the application's. */
    private static boolean isNew(OAuth2Token value) {
        return !value.getTokenValue().startsWith(HASHED);
    }

    private String hashOf(String value) {
        return value.startsWith(HASHED) ? value.substring(HASHED.length()) : hash.of(Grant.SECRET_PURPOSE, value);
    }

    /**
     * Null if the client no longer exists, for instance because the registration was closed in the meantime, and if the
     * user's password was changed or the user deactivated since: what was begun with the old one does not go on.
     */
    @Nullable
    OAuth2Authorization authorization(Grant from) {
        var client = clients.findById(from.clientId());
        if (client == null || users.securityVersion(from.userId()) != from.securityVersion()) {
            return null;
        }
        OAuth2Authorization.Builder to = OAuth2Authorization.withRegisteredClient(client)
                .id(from.id())
                .principalName(from.userId())
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizedScopes(from.request().scopes())
                .attribute(VERSION, from.version())
                .attribute(SECURITY_VERSION, from.securityVersion())
                .attribute(OAuth2AuthorizationRequest.class.getName(), request(from))
                .attribute(
                        PRINCIPAL, UsernamePasswordAuthenticationToken.authenticated(from.userId(), null, List.of()));
        if (from.stateHash() != null) {
            to.attribute(OAuth2ParameterNames.STATE, HASHED + from.stateHash());
        }
        addCode(to, from.code());
        addToken(to, from);
        return to.build();
    }

    private static OAuth2AuthorizationRequest request(Grant from) {
        return OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(OAuth.AUTHORIZE)
                .clientId(from.clientId())
                .redirectUri(from.request().redirectUri())
                .scopes(from.request().scopes())
                .state(from.request().state())
                .additionalParameters(Map.of(
                        PkceParameterNames.CODE_CHALLENGE,
                        from.request().codeChallenge(),
                        PkceParameterNames.CODE_CHALLENGE_METHOD,
                        "S256"))
                .build();
    }

    private static void addCode(OAuth2Authorization.Builder to, Grant.@Nullable Secret code) {
        if (code != null) {
            to.token(
                    new OAuth2AuthorizationCode(HASHED + code.hash(), code.issuedAt(), code.expiresAt()),
                    metadata -> metadata.put(OAuth2Authorization.Token.INVALIDATED_METADATA_NAME, code.used()));
        }
    }

    private static void addToken(OAuth2Authorization.Builder to, Grant from) {
        Grant.Secret token = from.token();
        if (token != null) {
            to.token(
                    new OAuth2AccessToken(
                            OAuth2AccessToken.TokenType.BEARER,
                            HASHED + token.hash(),
                            token.issuedAt(),
                            token.expiresAt(),
                            from.request().scopes()),
                    metadata -> metadata.put(OAuth2Authorization.Token.INVALIDATED_METADATA_NAME, token.used()));
        }
    }
}
