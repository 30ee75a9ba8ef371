package org.serviceexchange.provider.authorization.web;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsent;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsentService;
import org.springframework.stereotype.Component;

/** Stores no consent, so that every authorization request asks again. */
@Component
class NoRememberedConsent implements OAuth2AuthorizationConsentService {

    @Override
    public void save(OAuth2AuthorizationConsent consent) {
        // Consent is recorded in the registration and its journal, where it cannot replace a new one.
    }

    @Override
    public void remove(OAuth2AuthorizationConsent consent) {
        // Nothing to delete
    }

    @Override
    public @Nullable OAuth2AuthorizationConsent findById(String clientId, String userId) {
        return null;
    }
}
