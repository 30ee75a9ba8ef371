package org.serviceexchange.consumer.authorization.web;

import org.serviceexchange.consumer.connection.PinnedProvider;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;

/**
 * A connection as a client registration of Spring Security's OAuth client; every URL comes from the pinned provider.
 */
final class ProviderAsClient {

    /** The only scope: permits the key exchange of one registration. */
    static final String SCOPE = "key-exchange";

    private ProviderAsClient() {}

    static ClientRegistration of(String number, PinnedProvider provider, String callback) {
        return ClientRegistration.withRegistrationId(number)
                .clientId(provider.clientId())
                .clientName(provider.name())
                .clientAuthenticationMethod(ClientAuthenticationMethod.PRIVATE_KEY_JWT)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(callback)
                .scope(SCOPE)
                .issuerUri(provider.issuer())
                .authorizationUri(provider.endpoints().authorization().toString())
                .tokenUri(provider.endpoints().token().toString())
                .build();
    }
}
