package org.serviceexchange.directory.login.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.serviceexchange.platform.settings.InstanceSettings;
import org.serviceexchange.platform.web.CookieSignatures;
import org.serviceexchange.platform.web.OwnCookie;
import org.springframework.stereotype.Component;

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
    private final OwnCookie cookie;

    KnownDevices(CookieSignatures signatures, InstanceSettings settings) {
        this.signatures = signatures;
        this.cookie = new OwnCookie(settings.cookiePrefix() + "-device", settings.secureCookies());
    }

    /** What the browser sent; {@link #of} says whether it counts. */
    String cookie(HttpServletRequest request) {
        return cookie.read(request).orElse("");
    }

    /** The device of this user that the cookie proves. */
    Optional<String> of(String user, String sent) {
        String[] parts = sent.split("\\.", -1);
        return parts.length == 2 && signatures.verify(PURPOSE, text(user, parts[0]), parts[1])
                ? Optional.of(parts[0])
                : Optional.empty();
    }

    /** Gives the browser a cookie for this user unless it has one. */
    void remember(String user, HttpServletRequest request, HttpServletResponse response) {
        if (of(user, cookie(request)).isEmpty()) {
            String device = UUID.randomUUID().toString();
            // While the keys cannot be used there is no signature: the device is then like any other
            signatures
                    .of(PURPOSE, text(user, device))
                    .ifPresent(signature -> cookie.set(response, "/login", device + "." + signature, KEPT));
        }
    }

    private static String text(String user, String device) {
        return user.toLowerCase(Locale.ROOT) + "\n" + device;
    }
}
