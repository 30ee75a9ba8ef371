package org.serviceexchange.account.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.regex.Pattern;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.settings.InstanceSettings;
import org.serviceexchange.platform.web.OwnCookie;
import org.springframework.stereotype.Component;

/**
 * Keeps the secret of the opened link in the browser, which has it from the link anyway, so that it disappears from the
 * address bar, the history and the logs.
 */
@Component
class PasswordLinkCookie {

    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final OwnCookie cookie;

    PasswordLinkCookie(InstanceSettings settings) {
        this.cookie = new OwnCookie(settings.cookiePrefix() + "-password", settings.secureCookies());
    }

    void keep(String secret, HttpServletRequest request, HttpServletResponse response) {
        cookie.set(response, path(request), checked(secret), OwnCookie.UNTIL_CLOSED);
    }

    String secret(HttpServletRequest request) {
        return checked(cookie.read(request).orElse(""));
    }

    void remove(HttpServletRequest request, HttpServletResponse response) {
        cookie.set(response, path(request), "", Duration.ZERO);
    }

    private static String checked(String secret) {
        if (!SECRET.matcher(secret).matches()) {
            throw new Problem(ProblemCode.PASSWORD_LINK_REFUSED);
        }
        return secret;
    }

    private static String path(HttpServletRequest request) {
        return request.getContextPath() + PasswordPages.PATH;
    }
}
