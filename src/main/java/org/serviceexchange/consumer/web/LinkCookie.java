package org.serviceexchange.consumer.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.serviceexchange.consumer.connection.RegistrationLink;
import org.serviceexchange.kmf.Sealing;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.settings.InstanceSettings;
import org.serviceexchange.platform.web.OwnCookie;
import org.springframework.stereotype.Component;

/**
 * Keeps the links that a person opened while they log in, sealed in a cookie of their browser: it outlives an expired
 * session and a restart, and this instance keeps nothing for links that nobody begins with.
 *
 * <p>Security guarantees: No script of a page can read the cookie. The cookie is not sent over plain http once this
 * instance is reached by https. The secrets of the links are sealed in it. A cookie that this instance did not make
 * counts for nothing.
 */
@Component
class LinkCookie {

    private static final String PURPOSE = "opened-link";

    private final Sealing sealing;
    private final OwnCookie cookie;

    LinkCookie(Sealing sealing, InstanceSettings settings) {
        this.sealing = sealing;
        this.cookie = new OwnCookie(settings.cookiePrefix() + "-link", settings.secureCookies());
    }

    void keep(RegistrationLink link, HttpServletRequest request, HttpServletResponse response) {
        set(before(request).with(KeptLink.opened(link)), request, response);
    }

    /** What a key that is gone had sealed does not keep anybody from opening another link. */
    private KeptLinks before(HttpServletRequest request) {
        try {
            return read(request);
        } catch (Problem unreadable) {
            return KeptLinks.NOTHING;
        }
    }

    /**
     * Replaces the secret by the connection's number, which lets another tab that still shows the link find the
     * connection.
     */
    void begun(KeptLink kept, String number, HttpServletRequest request, HttpServletResponse response) {
        set(read(request).with(kept.begun(number)), request, response);
    }

    KeptLinks read(HttpServletRequest request) {
        return cookie.read(request).map(this::opened).orElse(KeptLinks.NOTHING);
    }

    private KeptLinks opened(String value) {
        try {
            byte[] text =
                    sealing.open(PURPOSE, cookie.name(), Base64.getUrlDecoder().decode(value));
            return KeptLinks.of(new String(text, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException notEncoded) {
            return KeptLinks.NOTHING;
        } catch (Problem problem) {
            if (problem.code() == ProblemCode.SEALED_VALUE_ALTERED) {
                return KeptLinks.NOTHING;
            }
            throw problem;
        }
    }

    private void set(KeptLinks links, HttpServletRequest request, HttpServletResponse response) {
        byte[] sealed = sealing.seal(PURPOSE, cookie.name(), links.text().getBytes(StandardCharsets.UTF_8));
        String value = Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
        cookie.set(response, request.getContextPath() + LinkPages.LINK, value, OwnCookie.UNTIL_CLOSED);
    }
}
