package org.serviceexchange.provider.authorization.web;

import org.jspecify.annotations.Nullable;
import org.serviceexchange.provider.authorization.ContactGate;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.OAuth2AccessTokenGenerator;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;
import org.springframework.stereotype.Component;

/** Issues opaque access tokens, and only while the person who consented is still the contact. */
@Component
class ReferenceTokens implements OAuth2TokenGenerator<OAuth2AccessToken> {

    private final OAuth2AccessTokenGenerator generator = new OAuth2AccessTokenGenerator();
    private final ContactGate gate;

    ReferenceTokens(ContactGate gate) {
        this.gate = gate;
    }

    @Override
    public @Nullable OAuth2AccessToken generate(OAuth2TokenContext context) {
        if (!OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
            return null;
        }
        String clientId = context.getRegisteredClient().getClientId();
        if (!gate.admits(clientId, context.getPrincipal().getName(), ContactGate.Step.TOKEN)) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT);
        }
        return generator.generate(context);
    }
}
