package org.serviceexchange.api.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.platform.web.BufferedRequest;

/** A request of a service, which has neither cookies nor a session, whatever a browser sent along. */
class CookielessRequest extends BufferedRequest {

    CookielessRequest(HttpServletRequest request, byte[] body) {
        super(request, body);
    }

    @Override
    public Cookie @Nullable [] getCookies() {
        return null;
    }

    @Override
    public @Nullable HttpSession getSession(boolean create) {
        if (create) {
            throw new IllegalStateException("Nothing behind the API may need a session.");
        }
        return null;
    }

    @Override
    public @Nullable HttpSession getSession() {
        return getSession(true);
    }
}
