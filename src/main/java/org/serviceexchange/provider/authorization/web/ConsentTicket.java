package org.serviceexchange.provider.authorization.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Proves that this session was shown the consent page for this request: the page contains the ticket, and its form
 * returns it once.
 *
 * @param state state of the authorization request that the page showed
 * @param value random value that only the page contains
 */
record ConsentTicket(String state, String value) implements Serializable {

    /** Name of the form field. */
    static final String FIELD = "ticket";

    private static final String ATTRIBUTE = ConsentTicket.class.getName();

    void keepIn(HttpSession session) {
        session.setAttribute(ATTRIBUTE, this);
    }

    /** Whether the request contains the ticket of its session; the ticket is deleted in any case. */
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
