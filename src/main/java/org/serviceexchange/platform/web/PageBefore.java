package org.serviceexchange.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import org.springframework.http.HttpHeaders;

/** The page of this instance from which a request was sent, according to the {@code Referer} header. */
final class PageBefore {

    private PageBefore() {}

    /** Its path; empty if the request does not come from a page of this instance. */
    static Optional<String> path(HttpServletRequest request) {
        String referer = request.getHeader(HttpHeaders.REFERER);
        if (referer == null) {
            return Optional.empty();
        }
        try {
            URI page = URI.create(referer);
            URI here = URI.create(request.getRequestURL().toString());
            boolean own = here.getAuthority() != null && here.getAuthority().equals(page.getAuthority());
            return Optional.ofNullable(page.getRawPath()).filter(path -> own && LanguageSwitch.isOwn(path));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
