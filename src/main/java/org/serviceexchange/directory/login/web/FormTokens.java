package org.serviceexchange.directory.login.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.platform.settings.InstanceSettings;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.stereotype.Component;

/**
 * The tokens without which no form is accepted (CSRF): in the session of those who are logged in, else in a cookie, so
 * that the login form needs no session. Over https the name of the cookie begins with {@code __Host-}, so that no other
 * host can set it.
 */
@Component
public class FormTokens implements CsrfTokenRepository {

    private static final String HEADER = "X-CSRF-TOKEN";

    private final HttpSessionCsrfTokenRepository session = new HttpSessionCsrfTokenRepository();
    private final CookieCsrfTokenRepository cookie = new CookieCsrfTokenRepository();

    public FormTokens(InstanceSettings settings) {
        cookie.setCookieName((settings.secureCookies() ? "__Host-" : "") + settings.cookiePrefix() + "-form");
        cookie.setCookiePath("/");
        cookie.setHeaderName(HEADER);
        cookie.setCookieCustomizer(
                one -> one.httpOnly(true).secure(settings.secureCookies()).sameSite("Lax"));
    }

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        return cookie.generateToken(request);
    }

    @Override
    public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        boolean known = request.getSession(false) != null;
        if (known) {
            session.saveToken(token, request, response);
        }
        if (!known || token == null) {
            cookie.saveToken(token, request, response);
        }
    }

    @Override
    public @Nullable CsrfToken loadToken(HttpServletRequest request) {
        return request.getSession(false) == null ? cookie.loadToken(request) : session.loadToken(request);
    }
}
