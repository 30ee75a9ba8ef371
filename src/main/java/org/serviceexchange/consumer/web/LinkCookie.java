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
 * Keeps the link that a person opened while they log in, sealed in a cookie of their browser: it outlives an expired
 * session and a restart, and this instance keeps nothing for links that nobody begins with.
 *
 * <p>Security guarantees: No script of a page can read the cookie. The cookie is not sent over plain http once this
 * instance is reached by https. The secret of the link is sealed in it. A cookie that this instance did not make
 * counts for nothing.
 */
@Component
class LinkCookie {

    private static final String PURPOSE = "opened-link";
    private static final String SEPARATOR = "\n";
    private static final int PARTS = 4;

    private final Sealing sealing;
    private final OwnCookie cookie;

    LinkCookie(Sealing sealing, InstanceSettings settings) {
        this.sealing = sealing;
        this.cookie = new OwnCookie(settings.cookiePrefix() + "-link", settings.secureCookies());
    }

    void keep(RegistrationLink link, HttpServletRequest request, HttpServletResponse response) {
        String text =
                String.join(SEPARATOR, link.provider().toString(), link.registration(), link.secret(), link.pin());
        byte[] sealed = sealing.seal(PURPOSE, cookie.name(), text.getBytes(StandardCharsets.UTF_8));
        set(Base64.getUrlEncoder().withoutPadding().encodeToString(sealed), request, response);
    }

    /**
     * Replaces the secret by the connection's number, which lets another tab that still shows the link find the
     * connection.
     */
    void begun(String number, HttpServletRequest request, HttpServletResponse response) {
        set(number, request, response);
    }

    KeptLink read(HttpServletRequest request) {
        return cookie.read(request)
                .map(value -> KeptLink.isNumber(value) ? KeptLink.begun(value) : opened(value))
                .orElse(KeptLink.NOTHING);
    }

    private KeptLink opened(String value) {
        try {
            byte[] text =
                    sealing.open(PURPOSE, cookie.name(), Base64.getUrlDecoder().decode(value));
            String[] parts = new String(text, StandardCharsets.UTF_8).split(SEPARATOR, PARTS);
            return new KeptLink(RegistrationLink.of(parts[0], parts[1], parts[2], parts[3]), null);
        } catch (IllegalArgumentException notEncoded) {
            return KeptLink.NOTHING;
        } catch (Problem problem) {
            if (problem.code() == ProblemCode.SEALED_VALUE_ALTERED) {
                return KeptLink.NOTHING;
            }
            throw problem;
        }
    }

    private void set(String value, HttpServletRequest request, HttpServletResponse response) {
        cookie.set(response, request.getContextPath() + LinkPages.LINK, value, OwnCookie.UNTIL_CLOSED);
    }
}
