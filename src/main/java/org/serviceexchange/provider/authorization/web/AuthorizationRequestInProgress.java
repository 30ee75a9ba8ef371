package org.serviceexchange.provider.authorization.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.springframework.web.util.UriComponentsBuilder;

/** Stores the consumer's authorization request in the session, so that it can be repeated after switching accounts. */
final class AuthorizationRequestInProgress {

    private static final String QUERY = AuthorizationRequestInProgress.class.getName();

    private AuthorizationRequestInProgress() {}

    /** Stores the request of a logged-in user. */
    static void keep(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null && request.getQueryString() != null) {
            session.setAttribute(QUERY, request.getQueryString());
        }
    }

    /** The URL on this instance at which the request can be repeated. */
    static Optional<String> address(HttpSession session) {
        return Optional.ofNullable(session.getAttribute(QUERY)).map(query -> OAuth.AUTHORIZE + "?" + query);
    }

    /** The requesting client, if any. */
    static Optional<String> clientId(HttpSession session) {
        return Optional.ofNullable(session.getAttribute(QUERY))
                .map(query -> UriComponentsBuilder.newInstance()
                        .query(query.toString())
                        .build()
                        .getQueryParams()
                        .getFirst("client_id"));
    }
}
