package org.serviceexchange.platform.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/**
 * A cookie of this instance. No script can read it, and forms of other sites do not send it.
 *
 * @param secure whether it is sent over https only
 */
public record OwnCookie(String name, boolean secure) {

    /** Kept until the browser is closed. */
    public static final Duration UNTIL_CLOSED = Duration.ofSeconds(-1);

    /** What the browser sent. */
    public Optional<String> read(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, name)).map(Cookie::getValue);
    }

    /** Gives the browser a value for a path and all below it; a life of zero takes it away. */
    public void set(HttpServletResponse response, String path, String value, Duration life) {
        ResponseCookie cookie = ResponseCookie.from(name, value)
                .path(path)
                .maxAge(life)
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax")
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
