package org.serviceexchange.webapps.engine.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.stream.Stream;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.web.PageAccessDeniedHandler;
import org.serviceexchange.platform.web.throttle.Throttle;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Slows down guessing of the own password in Camunda Admin, which asks for it before it sets another: the same budget as on
 * our page counts.
 */
class PasswordGuesses extends OncePerRequestFilter {

    private static final String CREDENTIALS = "credentials";

    private final Throttle throttle;

    PasswordGuesses(Throttle throttle) {
        this.throttle = throttle;
    }

    /** By the decoded path, since the raw one can spell the same resource in many ways. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getServletPath() + Objects.requireNonNullElse(request.getPathInfo(), "");
        return !request.getMethod().equals("PUT") || Stream.of(path.split("/")).noneMatch(CREDENTIALS::equals);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Throttle.Attempt admitted;
        try {
            admitted = throttle.admitKnown(String.valueOf(request.getRemoteUser()), request.getRemoteAddr());
        } catch (Problem paused) {
            PageAccessDeniedHandler.send(request, response, paused);
            return;
        }
        chain.doFilter(request, response);
        if (response.getStatus() < HttpServletResponse.SC_BAD_REQUEST) {
            admitted.succeeded();
        }
    }
}
