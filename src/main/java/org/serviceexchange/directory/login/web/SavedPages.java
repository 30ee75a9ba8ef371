package org.serviceexchange.directory.login.web;

import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;

/** Remembers the page that a person wanted to open before the login came in between. */
public final class SavedPages {

    private SavedPages() {}

    /** A memory for one chain; all chains of a session share what is remembered. */
    public static RequestCache cache() {
        var cache = new HttpSessionRequestCache();
        cache.setMatchingRequestParameterName(null);
        cache.setRequestMatcher(request -> request.getMethod().equals(HttpMethod.GET.name())
                && String.valueOf(request.getHeader("Accept")).contains(MediaType.TEXT_HTML_VALUE));
        return cache;
    }
}
