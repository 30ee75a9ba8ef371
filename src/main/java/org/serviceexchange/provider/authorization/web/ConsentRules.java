package org.serviceexchange.provider.authorization.web;

import java.util.function.Consumer;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.provider.authorization.ContactGate;
import org.serviceexchange.provider.authorization.GiveConsent;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationConsentAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationConsentAuthenticationToken;
import org.springframework.stereotype.Component;

/** Runs when the consent page is submitted: matches the contact again and records the decision. */
@Component
class ConsentRules implements Consumer<OAuth2AuthorizationConsentAuthenticationContext> {

    private final ContactGate gate;
    private final GiveConsent giveConsent;

    ConsentRules(ContactGate gate, GiveConsent giveConsent) {
        this.gate = gate;
        this.giveConsent = giveConsent;
    }

    @Override
    public void accept(OAuth2AuthorizationConsentAuthenticationContext context) {
        OAuth2AuthorizationConsentAuthenticationToken answer = context.getAuthentication();
        String clientId = context.getRegisteredClient().getClientId();
        String userId = ((Authentication) answer.getPrincipal()).getName();
        if (!gate.admits(clientId, userId, ContactGate.Step.CONSENT)) {
            throw refusal(OAuth.ERROR_WRONG_USER);
        }
        if (answer.getScopes().contains(OAuth.SCOPE)) {
            allow(clientId, userId);
        } else {
            giveConsent.deny(clientId, userId);
        }
    }

    private void allow(String clientId, String userId) {
        try {
            giveConsent.allow(clientId, userId);
        } catch (Problem notAllowedHere) {
            throw new OAuth2AuthorizationCodeRequestAuthenticationException(
                    new OAuth2Error(OAuth2ErrorCodes.INVALID_REQUEST), notAllowedHere, null);
        }
    }

    private static OAuth2AuthorizationCodeRequestAuthenticationException refusal(String code) {
        return new OAuth2AuthorizationCodeRequestAuthenticationException(new OAuth2Error(code), null);
    }
}
