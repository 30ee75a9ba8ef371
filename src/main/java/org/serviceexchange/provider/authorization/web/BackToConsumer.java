package org.serviceexchange.provider.authorization.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.platform.web.PageAccessDeniedHandler;
import org.serviceexchange.platform.web.PageAccessDeniedHandler.WayOn;
import org.serviceexchange.provider.registration.Registrations;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets every error page on the contact's way lead back to the consumer instance that sent the contact here, which knows
 * the connection. The address is the registered one, never one of the request; who does not name it already is not told it.
 */
@Component
class BackToConsumer {

    /** The consumer's page that continues with the connection that was begun in this browser. */
    private static final String START = "/connect/start";

    private final Registrations registrations;

    BackToConsumer(Registrations registrations) {
        this.registrations = registrations;
    }

    /** The address for a client, if a registration is open to it. */
    Optional<String> of(@Nullable String clientId) {
        return Optional.ofNullable(clientId)
                .flatMap(registrations::ofClient)
                .map(registration -> registration.request().consumerUrl() + START);
    }

    private Optional<String> of(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        Optional<String> inProgress = session == null
                ? Optional.empty()
                : AuthorizationRequestInProgress.clientId(session).flatMap(this::of);
        String named = Objects.toString(request.getParameter(OAuth2ParameterNames.REDIRECT_URI), "");
        return inProgress.or(() -> of(request.getParameter(OAuth2ParameterNames.CLIENT_ID))
                .filter(address -> named.startsWith(address.substring(0, address.length() - START.length() + 1))));
    }

    /** Offers the address to the error page. */
    OncePerRequestFilter filter() {
        return new OncePerRequestFilter() {
            @Override
            protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                    throws ServletException, IOException {
                WayOn back = () -> of(request);
                request.setAttribute(PageAccessDeniedHandler.WAY_ON, back);
                chain.doFilter(request, response);
            }
        };
    }
}
