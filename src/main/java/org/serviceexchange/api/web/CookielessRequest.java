package org.serviceexchange.api.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.platform.web.BufferedRequest;

/** A request of a service: without cookies and session, even if the client sent cookies. */
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
            throw new IllegalStateException(
                    "A request of the API has no session; code behind the API must not ask for one.");
        }
        return null;
    }

    @Override
    public @Nullable HttpSession getSession() {
        return getSession(true);
    }
}
