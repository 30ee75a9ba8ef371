package org.serviceexchange.provider.authorization.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Proves that the consent page was shown in this session for this very request: the page gets it, its form brings it back, once.
 *
 * @param state which authorization request the page was about
 * @param value random, known to the page only
 */
record ConsentTicket(String state, String value) implements Serializable {

    /** Name of the form field. */
    static final String FIELD = "ticket";

    private static final String ATTRIBUTE = ConsentTicket.class.getName();

    void keepIn(HttpSession session) {
        session.setAttribute(ATTRIBUTE, this);
    }

    /** Whether the request brings the ticket of its own session; whatever it brings, the ticket is gone afterwards. */
    static boolean redeemed(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null) {
            return false;
        }
        ConsentTicket kept = take(session);
        return kept != null
                && kept.state.equals(request.getParameter("state"))
                && kept.value.equals(request.getParameter(FIELD));
    }

    private static @Nullable ConsentTicket take(HttpSession session) {
        Object kept = session.getAttribute(ATTRIBUTE);
        session.removeAttribute(ATTRIBUTE);
        return kept instanceof ConsentTicket ticket ? ticket : null;
    }

    @Override
    public String toString() {
        return "ConsentTicket";
    }
}
