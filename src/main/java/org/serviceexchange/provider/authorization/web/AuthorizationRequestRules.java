package org.serviceexchange.provider.authorization.web;

import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.provider.authorization.ConnectAsUser;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationValidator;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/**
 * Validates an authorization request: the framework's rules for redirect URI and scope, then stricter ones that allow
 * no alternatives. The request is validated before login too, so the contact is matched only when somebody is logged
 * in.
 */
@Component
class AuthorizationRequestRules implements Consumer<OAuth2AuthorizationCodeRequestAuthenticationContext> {

    private static final Pattern S256_CHALLENGE = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final int LONGEST_STATE = 500;

    private final ConnectAsUser connectAsUser;

    AuthorizationRequestRules(ConnectAsUser connectAsUser) {
        this.connectAsUser = connectAsUser;
    }

    @Override
    public void accept(OAuth2AuthorizationCodeRequestAuthenticationContext context) {
        OAuth2AuthorizationCodeRequestAuthenticationValidator.DEFAULT_REDIRECT_URI_VALIDATOR.accept(context);
        requireExactRedirect(context);
        OAuth2AuthorizationCodeRequestAuthenticationValidator.DEFAULT_SCOPE_VALIDATOR.accept(context);
        OAuth2AuthorizationCodeRequestAuthenticationToken request = context.getAuthentication();
        require(Set.of(OAuth.SCOPE).equals(request.getScopes()), OAuth2ErrorCodes.INVALID_SCOPE, "scope", request);
        require(
                StringUtils.hasText(request.getState()) && request.getState().length() <= LONGEST_STATE,
                OAuth2ErrorCodes.INVALID_REQUEST,
                OAuth2ParameterNames.STATE,
                request);
        requireProofKey(request);
        matchContact(context, request);
    }

    /**
     * The framework accepts another port of a loopback redirect URI (RFC 8252), and a missing parameter; this
     * application does not.
     */
    private static void requireExactRedirect(OAuth2AuthorizationCodeRequestAuthenticationContext context) {
        OAuth2AuthorizationCodeRequestAuthenticationToken request = context.getAuthentication();
        String redirect = request.getRedirectUri();
        if (redirect == null || !context.getRegisteredClient().getRedirectUris().contains(redirect)) {
            throw refusal(OAuth2ErrorCodes.INVALID_REQUEST, OAuth2ParameterNames.REDIRECT_URI, null);
        }
    }

    private static void requireProofKey(OAuth2AuthorizationCodeRequestAuthenticationToken request) {
        Object challenge = request.getAdditionalParameters().get(PkceParameterNames.CODE_CHALLENGE);
        Object method = request.getAdditionalParameters().get(PkceParameterNames.CODE_CHALLENGE_METHOD);
        require(
                challenge instanceof String text && S256_CHALLENGE.matcher(text).matches(),
                OAuth2ErrorCodes.INVALID_REQUEST,
                PkceParameterNames.CODE_CHALLENGE,
                request);
        require(
                "S256".equals(method),
                OAuth2ErrorCodes.INVALID_REQUEST,
                PkceParameterNames.CODE_CHALLENGE_METHOD,
                request);
    }

    private void matchContact(
            OAuth2AuthorizationCodeRequestAuthenticationContext context,
            OAuth2AuthorizationCodeRequestAuthenticationToken request) {
        Authentication user = (Authentication) request.getPrincipal();
        if (user instanceof AnonymousAuthenticationToken || !user.isAuthenticated()) {
            return;
        }
        if (!connectAsUser.connect(context.getRegisteredClient().getClientId(), user.getName())) {
            throw refusal(OAuth.ERROR_WRONG_USER, OAuth2ParameterNames.CLIENT_ID, null);
        }
    }

    private static void require(
            boolean fulfilled,
            String code,
            String parameter,
            OAuth2AuthorizationCodeRequestAuthenticationToken request) {
        if (!fulfilled) {
            throw refusal(code, parameter, request);
        }
    }

    /**
     * If the exception contains the request, the error is sent to the redirect URI; otherwise it is shown to the
     * person.
     */
    private static OAuth2AuthorizationCodeRequestAuthenticationException refusal(
            String code, String parameter, @Nullable OAuth2AuthorizationCodeRequestAuthenticationToken request) {
        return new OAuth2AuthorizationCodeRequestAuthenticationException(
                new OAuth2Error(code, "OAuth 2.0 Parameter: " + parameter, null), request);
    }
}
