package org.serviceexchange.platform.session.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.session.web.http.CookieHttpSessionIdResolver;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.HttpSessionIdResolver;

/**
 * The session that a browser names in its cookie. A request is looked up once: when the session is saved, the framework
 * asks again whether the browser knows its id, and what the cookie says answers that. Files need no session.
 */
class SessionIds implements HttpSessionIdResolver {

    private static final String ASKED = SessionIds.class.getName();
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final List<String> FILES = List.of("/style.css", "/favicon.svg", "/js/", "/images/", "/webjars/");

    /** A browser sends several cookies of one name if somebody set another for a part of the site. */
    private static final int MOST = 3;

    private final CookieSerializer cookie;
    private final CookieHttpSessionIdResolver resolver = new CookieHttpSessionIdResolver();

    SessionIds(CookieSerializer cookie) {
        this.cookie = cookie;
        resolver.setCookieSerializer(cookie);
    }

    @Override
    public List<String> resolveSessionIds(HttpServletRequest request) {
        if (request.getAttribute(ASKED) != null || isFile(request)) {
            return List.of();
        }
        request.setAttribute(ASKED, true);
        return sent(request);
    }

    @Override
    public void setSessionId(HttpServletRequest request, HttpServletResponse response, String id) {
        if (!sent(request).contains(id)) {
            resolver.setSessionId(request, response, id);
        }
    }

    @Override
    public void expireSession(HttpServletRequest request, HttpServletResponse response) {
        resolver.expireSession(request, response);
    }

    private List<String> sent(HttpServletRequest request) {
        return cookie.readCookieValues(request).stream()
                .filter(value -> ID.matcher(value).matches())
                .limit(MOST)
                .toList();
    }

    private static boolean isFile(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return FILES.stream().anyMatch(path::startsWith);
    }
}
