package org.serviceexchange.directory.login.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.platform.settings.InstanceSettings;
import org.serviceexchange.platform.web.CookieSignatures;
import org.serviceexchange.platform.web.OwnCookie;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;
import org.springframework.stereotype.Component;

/**
 * Remembers the page that a person requested before being asked to log in, in a cookie of the browser: this instance
 * keeps nothing for somebody who is not logged in.
 *
 * <p>Security guarantees: A page that this instance did not remember leads nowhere. A page with a longer address than
 * 2,000 characters is not remembered.
 */
@Component
public class SavedPages implements RequestCache {

    private static final String PURPOSE = "page-after-login";
    private static final int LONGEST = 2_000;
    private static final Duration KEPT = Duration.ofMinutes(30);

    private final CookieSignatures signatures;
    private final OwnCookie cookie;

    public SavedPages(CookieSignatures signatures, InstanceSettings settings) {
        this.signatures = signatures;
        this.cookie = new OwnCookie(settings.cookiePrefix() + "-page", settings.secureCookies());
    }

    @Override
    public void saveRequest(HttpServletRequest request, HttpServletResponse response) {
        String page = page(request);
        if (isPage(request) && page.length() <= LONGEST) {
            // While the keys cannot be used there is no signature: the person then comes to the start page
            signatures
                    .of(PURPOSE, page)
                    .ifPresent(signature -> cookie.set(response, "/", encoded(page) + "." + signature, KEPT));
        }
    }

    @Override
    public @Nullable SavedRequest getRequest(HttpServletRequest request, HttpServletResponse response) {
        return saved(request).map(SimpleSavedRequest::new).orElse(null);
    }

    /** Forgets the page as soon as the person has come to it; a GET needs nothing else of the saved request. */
    @Override
    public @Nullable HttpServletRequest getMatchingRequest(HttpServletRequest request, HttpServletResponse response) {
        if (saved(request).filter(page(request)::equals).isPresent()) {
            removeRequest(request, response);
        }
        return null;
    }

    @Override
    public void removeRequest(HttpServletRequest request, HttpServletResponse response) {
        cookie.set(response, "/", "", Duration.ZERO);
    }

    private static boolean isPage(HttpServletRequest request) {
        return request.getMethod().equals(HttpMethod.GET.name())
                && String.valueOf(request.getHeader(HttpHeaders.ACCEPT)).contains(MediaType.TEXT_HTML_VALUE);
    }

    private static String page(HttpServletRequest request) {
        String query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }

    private Optional<String> saved(HttpServletRequest request) {
        return cookie.read(request)
                .map(value -> value.split("\\.", -1))
                .filter(parts -> parts.length == 2)
                .flatMap(parts -> decoded(parts[0]).filter(page -> signatures.verify(PURPOSE, page, parts[1])));
    }

    private static String encoded(String page) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(page.getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<String> decoded(String text) {
        try {
            return Optional.of(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException notEncoded) {
            return Optional.empty();
        }
    }
}
