package org.serviceexchange.provider.authorization.web;

import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.approval.ApprovalPlace;
import org.serviceexchange.provider.registration.Claim;
import org.serviceexchange.provider.registration.Registration;
import org.serviceexchange.provider.registration.Registrations;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.OAuth2TokenFormat;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * The OAuth client of every open registration that was claimed; derived from the registration, nothing else is stored.
 */
@Component
class RegisteredClients implements RegisteredClientRepository {

    private static final ClientSettings RULES = ClientSettings.builder()
            .requireProofKey(true)
            .requireAuthorizationConsent(true)
            .tokenEndpointAuthenticationSigningAlgorithm(SignatureAlgorithm.ES256)
            .build();

    private final Registrations registrations;

    private final Clock clock;

    RegisteredClients(Registrations registrations, Clock clock) {
        this.registrations = registrations;
        this.clock = clock;
    }

    @Override
    public void save(RegisteredClient client) {
        throw new UnsupportedOperationException("An OAuth client is created only by the claim of a registration.");
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return findByClientId(id);
    }

    /**
     * A request asks several times, of which the first answer counts: it sees one state of its client. What decides is asked again
     * when the registration's row is locked.
     */
    @Override
    public @Nullable RegisteredClient findByClientId(String clientId) {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request == null) {
            return read(clientId);
        }
        String attribute = RegisteredClients.class.getName() + "." + clientId;
        Object known = request.getAttribute(attribute, RequestAttributes.SCOPE_REQUEST);
        if (known instanceof RegisteredClient client) {
            return client;
        }
        RegisteredClient client = read(clientId);
        if (client != null) {
            request.setAttribute(attribute, client, RequestAttributes.SCOPE_REQUEST);
        }
        return client;
    }

    private @Nullable RegisteredClient read(String clientId) {
        return registrations
                .ofClient(clientId)
                .filter(registration -> registration.isOpen())
                .map(this::client)
                .orElse(null);
    }

    private RegisteredClient client(Registration registration) {
        Claim claim = registration.claim().orElseThrow();
        return RegisteredClient.withId(claim.clientId())
                .clientId(claim.clientId())
                .clientName(claim.consumerName())
                .clientAuthenticationMethod(ClientAuthenticationMethod.PRIVATE_KEY_JWT)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(registration.request().consumerUrl() + Claim.CALLBACK)
                .scope(OAuth.SCOPE)
                .clientSettings(RULES)
                .tokenSettings(tokens(registration))
                .build();
    }

    private TokenSettings tokens(Registration registration) {
        return TokenSettings.builder()
                .authorizationCodeTimeToLive(OAuth.CODE_LIFE)
                .accessTokenTimeToLive(tokenLife(registration))
                .accessTokenFormat(OAuth2TokenFormat.REFERENCE)
                .reuseRefreshTokens(false)
                .build();
    }

    /** While a person has yet to approve the key exchange, the contact's consent lasts as long as the link. */
    private Duration tokenLife(Registration registration) {
        boolean approved = registration
                .snapshot()
                .progress()
                .approvals()
                .missing(ApprovalPlace.KEY_EXCHANGE)
                .isEmpty();
        return registration
                .link()
                .filter(link -> !approved)
                .map(link -> Duration.between(clock.instant(), link.expiresAt()))
                .filter(life -> life.compareTo(OAuth.TOKEN_LIFE) > 0)
                .orElse(OAuth.TOKEN_LIFE);
    }
}
