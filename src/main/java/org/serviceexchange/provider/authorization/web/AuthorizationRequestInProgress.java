package org.serviceexchange.provider.authorization.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.springframework.web.util.UriComponentsBuilder;

/** Remembers, in the session, what the consumer asked for, so that another account can answer it. */
final class AuthorizationRequestInProgress {

    private static final String QUERY = AuthorizationRequestInProgress.class.getName();

    private AuthorizationRequestInProgress() {}

    /** Keeps the request of someone who is logged in. */
    static void keep(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null && request.getQueryString() != null) {
            session.setAttribute(QUERY, request.getQueryString());
        }
    }

    /** The address, on this instance, at which it can be made again. */
    static Optional<String> address(HttpSession session) {
        return Optional.ofNullable(session.getAttribute(QUERY)).map(query -> OAuth.AUTHORIZE + "?" + query);
    }

    /** The client that asked, if any. */
    static Optional<String> clientId(HttpSession session) {
        return Optional.ofNullable(session.getAttribute(QUERY))
                .map(query -> UriComponentsBuilder.newInstance()
                        .query(query.toString())
                        .build()
                        .getQueryParams()
                        .getFirst("client_id"));
    }
}
