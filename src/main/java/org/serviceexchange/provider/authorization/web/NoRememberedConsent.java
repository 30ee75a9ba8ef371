package org.serviceexchange.provider.authorization.web;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsent;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsentService;
import org.springframework.stereotype.Component;

/** Forgets every consent at once, so that the next authorization request asks again. */
@Component
class NoRememberedConsent implements OAuth2AuthorizationConsentService {

    @Override
    public void save(OAuth2AuthorizationConsent consent) {
        // Recorded in the registration and its journal, where it cannot stand in for a new one.
    }

    @Override
    public void remove(OAuth2AuthorizationConsent consent) {
        // There is none.
    }

    @Override
    public @Nullable OAuth2AuthorizationConsent findById(String clientId, String userId) {
        return null;
    }
}
