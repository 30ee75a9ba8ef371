package org.serviceexchange.consumer.authorization.web;

import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.consumer.web.KeptLink;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/**
 * An authentication that was started in this browser session: the connection, the user, and the request with its state
 * and code verifier. Each can be finished once.
 */
record PendingAuthentication(String number, String user, OAuth2AuthorizationRequest request) implements Serializable {

    private static final String IN_SESSION = PendingAuthentication.class.getName();
    private static final int MOST = 5;
    private static final String SEPARATOR = "~";

    /**
     * A state that contains the number of its connection, so that a late response can lead back to the connection's
     * page.
     */
    static String state(String number, String random) {
        return number + SEPARATOR + random;
    }

    /**
     * The number in a state from {@link #state}, which is used for navigation only; empty if the state was not made
     * here.
     */
    static String number(@Nullable String state) {
        String number = state == null ? "" : state.split(SEPARATOR, 2)[0];
        return KeptLink.isNumber(number) ? number : "";
    }

    void remember(HttpSession session) {
        Map<String, PendingAuthentication> pending = all(session);
        pending.put(request.getState(), this);
        while (pending.size() > MOST) {
            pending.remove(pending.keySet().iterator().next());
        }
        session.setAttribute(IN_SESSION, pending);
    }

    /** Removes and returns the authentication with this state, if this user started it in this session. */
    static Optional<PendingAuthentication> take(@Nullable HttpSession session, @Nullable String state, String user) {
        if (session == null || state == null) {
            return Optional.empty();
        }
        Map<String, PendingAuthentication> pending = all(session);
        PendingAuthentication found = pending.remove(state);
        session.setAttribute(IN_SESSION, pending);
        return Optional.ofNullable(found).filter(started -> started.user.equals(user));
    }

    private static LinkedHashMap<String, PendingAuthentication> all(HttpSession session) {
        LinkedHashMap<String, PendingAuthentication> copy = new LinkedHashMap<>();
        if (session.getAttribute(IN_SESSION) instanceof Map<?, ?> kept) {
            kept.forEach((state, started) -> copy.put((String) state, (PendingAuthentication) started));
        }
        return copy;
    }

    @Override
    public String toString() {
        return "PendingAuthentication[" + number + " by " + user + "]";
    }
}
