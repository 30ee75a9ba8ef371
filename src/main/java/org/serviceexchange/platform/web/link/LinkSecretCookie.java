package org.serviceexchange.platform.web.link;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.regex.Pattern;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.settings.InstanceSettings;
import org.serviceexchange.platform.web.OwnCookie;

/**
 * Keeps the secret of an opened link in the browser, which has it from the link anyway, so that it disappears from the
 * address bar, the history and the logs.
 */
public final class LinkSecretCookie {

    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final OwnCookie cookie;
    private final String path;
    private final ProblemCode refused;

    /**
     * A cookie for the pages below a path.
     *
     * @param name last part of the cookie's name
     * @param refused the problem of somebody without a secret
     */
    public LinkSecretCookie(InstanceSettings settings, String name, String path, ProblemCode refused) {
        this.cookie = new OwnCookie(settings.cookiePrefix() + "-" + name, settings.secureCookies());
        this.path = path;
        this.refused = refused;
    }

    /** Keeps the secret, and lets the browser tell no other site where it comes from. */
    public void keep(String secret, HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Referrer-Policy", "no-referrer");
        cookie.set(response, below(request), checked(secret), OwnCookie.UNTIL_CLOSED);
    }

    public String secret(HttpServletRequest request) {
        return checked(cookie.read(request).orElse(""));
    }

    public void remove(HttpServletRequest request, HttpServletResponse response) {
        cookie.set(response, below(request), "", Duration.ZERO);
    }

    private String checked(String secret) {
        if (!SECRET.matcher(secret).matches()) {
            throw new Problem(refused);
        }
        return secret;
    }

    private String below(HttpServletRequest request) {
        return request.getContextPath() + path;
    }
}
