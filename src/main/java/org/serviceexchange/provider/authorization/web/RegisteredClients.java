package org.serviceexchange.provider.authorization.web;

import org.jspecify.annotations.Nullable;
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

/**
 * The OAuth client of every open registration that was claimed; derived from the registration, nothing else is stored.
 */
@Component
class RegisteredClients implements RegisteredClientRepository {

    private static final TokenSettings TOKENS = TokenSettings.builder()
            .authorizationCodeTimeToLive(OAuth.CODE_LIFE)
            .accessTokenTimeToLive(OAuth.TOKEN_LIFE)
            .accessTokenFormat(OAuth2TokenFormat.REFERENCE)
            .reuseRefreshTokens(false)
            .build();

    private static final ClientSettings RULES = ClientSettings.builder()
            .requireProofKey(true)
            .requireAuthorizationConsent(true)
            .tokenEndpointAuthenticationSigningAlgorithm(SignatureAlgorithm.ES256)
            .build();

    private final Registrations registrations;

    RegisteredClients(Registrations registrations) {
        this.registrations = registrations;
    }

    @Override
    public void save(RegisteredClient client) {
        throw new UnsupportedOperationException("An OAuth client is created only by the claim of a registration.");
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return findByClientId(id);
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String clientId) {
        return registrations
                .ofClient(clientId)
                .filter(registration -> registration.isOpen())
                .map(RegisteredClients::client)
                .orElse(null);
    }

    private static RegisteredClient client(Registration registration) {
        Claim claim = registration.claim().orElseThrow();
        return RegisteredClient.withId(claim.clientId())
                .clientId(claim.clientId())
                .clientName(claim.consumerName())
                .clientAuthenticationMethod(ClientAuthenticationMethod.PRIVATE_KEY_JWT)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(registration.request().consumerUrl() + Claim.CALLBACK)
                .scope(OAuth.SCOPE)
                .clientSettings(RULES)
                .tokenSettings(TOKENS)
                .build();
    }
}
