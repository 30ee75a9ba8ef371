package org.serviceexchange.provider.authorization.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.web.PageAccessDeniedHandler;
import org.serviceexchange.provider.registration.Registrations;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import org.springframework.web.util.UriComponentsBuilder;

/** Redirects the browser to the consumer; every response, success or error, contains {@code iss} (RFC 9207). */
@Component
class AuthorizationResponses implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

    private final String issuer;
    private final Registrations registrations;

    AuthorizationResponses(AuthorizationServerSettings settings, Registrations registrations) {
        this.issuer = settings.getIssuer();
        this.registrations = registrations;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        OAuth2AuthorizationCodeRequestAuthenticationToken answer =
                (OAuth2AuthorizationCodeRequestAuthenticationToken) authentication;
        String code = Objects.requireNonNull(answer.getAuthorizationCode()).getTokenValue();
        response.sendRedirect(address(answer, "code", code));
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        String error = failure instanceof OAuth2AuthenticationException oauth
                ? oauth.getError().getErrorCode()
                : "server_error";
        OAuth2AuthorizationCodeRequestAuthenticationToken asked = asked(failure);
        if (error.equals(OAuth.ERROR_WRONG_USER)) {
            response.sendRedirect(request.getContextPath() + OAuth.WRONG_USER);
        } else if (isAboutTheClient(failure)) {
            PageAccessDeniedHandler.send(request, response, new Problem(ProblemCode.CLIENT_UNKNOWN));
        } else if (asked == null || asked.getRedirectUri() == null) {
            PageAccessDeniedHandler.send(request, response, reason(request, failure));
        } else {
            response.sendRedirect(address(asked, "error", error));
        }
    }

    /**
     * Why the browser cannot be redirected: a rule of this application, a response that came too late, or an invalid
     * request.
     */
    private Problem reason(HttpServletRequest request, AuthenticationException failure) {
        if (failure.getCause() instanceof Problem refused) {
            return refused;
        }
        if (request.getMethod().equals(HttpMethod.GET.name())) {
            return new Problem(ProblemCode.AUTHORIZATION_REQUEST_INVALID);
        }
        boolean open = Optional.ofNullable(request.getParameter(OAuth2ParameterNames.CLIENT_ID))
                .flatMap(registrations::ofClient)
                .isPresent();
        return new Problem(open ? ProblemCode.CONSENT_EXPIRED : ProblemCode.CLIENT_UNKNOWN);
    }

    /**
     * Whether the client is unknown because its registration has been closed: the person must be told, since the
     * consumer does not know it yet.
     */
    private static boolean isAboutTheClient(AuthenticationException failure) {
        return failure instanceof OAuth2AuthenticationException oauth
                && oauth.getError()
                        .getErrorCode()
                        .equals(OAuth2ErrorCodes.INVALID_REQUEST) // a denial of consent names the client too
                && String.valueOf(oauth.getError().getDescription()).endsWith(OAuth2ParameterNames.CLIENT_ID);
    }

    private static @Nullable OAuth2AuthorizationCodeRequestAuthenticationToken asked(AuthenticationException failure) {
        return failure instanceof OAuth2AuthorizationCodeRequestAuthenticationException request
                ? request.getAuthorizationCodeRequestAuthentication()
                : null;
    }

    private String address(OAuth2AuthorizationCodeRequestAuthenticationToken answer, String name, String value) {
        UriComponentsBuilder address = UriComponentsBuilder.fromUriString(
                        Objects.requireNonNull(answer.getRedirectUri()))
                .queryParam(name, "{value}")
                .queryParam("iss", "{iss}");
        Map<String, Object> values = new HashMap<>(Map.of("value", value, "iss", issuer));
        if (StringUtils.hasText(answer.getState())) {
            address.queryParam("state", "{state}");
            values.put("state", answer.getState());
        }
        return address.encode().buildAndExpand(values).toUriString();
    }
}
