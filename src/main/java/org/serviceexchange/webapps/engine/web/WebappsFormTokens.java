package org.serviceexchange.webapps.engine.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.webapp.impl.security.filter.CsrfPreventionFilter;
import org.camunda.bpm.webapp.impl.security.filter.util.CsrfConstants;
import org.serviceexchange.platform.access.ConstantTime;
import org.serviceexchange.platform.web.CookieSignatures;

/**
 * Protects the requests of the webapps' scripts from those of other sites (CSRF), in place of the webapps' own filter. That one
 * draws a token at random and keeps it in the session, so that two first requests at the same moment, on one node or two, could
 * hand out different ones, of which one was refused later. This one computes the token from the session, so every request gets
 * the same, and keeps nothing.
 *
 * <p>A token is a keyed hash, so it does not tell the id of its session, and is compared in a time that tells nothing of it.
 *
 * <p>Security guarantees: A request that can change anything is passed on with the token of its session only.
 */
class WebappsFormTokens extends CsrfPreventionFilter {

    private static final String PURPOSE = "webapps-form-token";

    private final CookieSignatures signatures;

    WebappsFormTokens(CookieSignatures signatures) {
        this.signatures = signatures;
    }

    /** Tells a browser the token unless it has it: at the first request, and when another session has begun. */
    @Override
    protected void setCSRFToken(HttpServletRequest request, HttpServletResponse response) {
        token(request)
                .filter(token -> sent(request).noneMatch(token::equals))
                .ifPresent(token -> tell(token, request, response));
    }

    /** A page that was open while another session began is refused, and told the token, so that the next attempt is right. */
    @Override
    protected boolean doTokenValidation(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String brought = request.getHeader(CsrfConstants.CSRF_TOKEN_HEADER_NAME);
        boolean right = brought != null
                && token(request)
                        .filter(token -> ConstantTime.same(brought, token))
                        .isPresent();
        if (!right) {
            setCSRFToken(request, response);
            if (brought == null || brought.isBlank()) {
                response.setHeader(CsrfConstants.CSRF_TOKEN_HEADER_NAME, CsrfConstants.CSRF_TOKEN_HEADER_REQUIRED);
            }
            response.sendError(getDenyStatus(), "The request brought no token of this session.");
        }
        return right;
    }

    private Optional<String> token(HttpServletRequest request) {
        return signatures.of(PURPOSE, request.getSession().getId());
    }

    private Stream<String> sent(HttpServletRequest request) {
        String name = cookieConfigurator.getCookieName(CsrfConstants.CSRF_TOKEN_DEFAULT_COOKIE_NAME);
        return Stream.ofNullable(request.getCookies())
                .flatMap(Stream::of)
                .filter(cookie -> cookie.getName().equals(name))
                .map(Cookie::getValue);
    }

    private void tell(String token, HttpServletRequest request, HttpServletResponse response) {
        response.addHeader(
                "Set-Cookie",
                cookieConfigurator.getCookieName(CsrfConstants.CSRF_TOKEN_DEFAULT_COOKIE_NAME)
                        + "="
                        + token
                        + CsrfConstants.CSRF_PATH_FIELD_NAME
                        + getCookiePath(request)
                        + cookieConfigurator.getConfig());
        response.setHeader(CsrfConstants.CSRF_TOKEN_HEADER_NAME, token);
    }
}
