package org.serviceexchange.directory.login.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.serviceexchange.platform.settings.InstanceSettings;
import org.serviceexchange.platform.web.CookieSignatures;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * Recognises a browser in which a user has logged in before, by a cookie that opens nothing: it only has its own budget
 * of attempts, so that nobody else behind the same address can use it up.
 *
 * <p>Security guarantees: A device counts for the user who has logged in with it only.
 */
@Component
class KnownDevices {

    private static final String PURPOSE = "login-device";
    private static final Duration KEPT = Duration.ofDays(365);

    private final CookieSignatures signatures;
    private final InstanceSettings settings;
    private final String name;

    KnownDevices(CookieSignatures signatures, InstanceSettings settings) {
        this.signatures = signatures;
        this.settings = settings;
        this.name = settings.cookiePrefix() + "-device";
    }

    /** What the browser sent; {@link #of} says whether it counts. */
    String cookie(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, name);
        return cookie == null ? "" : cookie.getValue();
    }

    /** The device of this user that the cookie proves. */
    Optional<String> of(String user, String cookie) {
        String[] parts = cookie.split("\\.", -1);
        return parts.length == 2
                        && signature(user, parts[0]).filter(parts[1]::equals).isPresent()
                ? Optional.of(parts[0])
                : Optional.empty();
    }

    /** Gives the browser a cookie for this user unless it has one. */
    void remember(String user, HttpServletRequest request, HttpServletResponse response) {
        if (of(user, cookie(request)).isEmpty()) {
            String device = UUID.randomUUID().toString();
            signature(user, device).ifPresent(signature -> set(device + "." + signature, response));
        }
    }

    /** Empty while the keys cannot be used: the device is then like any other. */
    private Optional<String> signature(String user, String device) {
        return signatures.of(PURPOSE, user.toLowerCase(Locale.ROOT) + "\n" + device);
    }

    private void set(String value, HttpServletResponse response) {
        ResponseCookie cookie = ResponseCookie.from(name, value)
                .path("/login")
                .maxAge(KEPT)
                .httpOnly(true)
                .secure(settings.secureCookies())
                .sameSite("Lax")
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
