package org.serviceexchange.directory.login.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.serviceexchange.directory.SetUp;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.web.PageAccessDeniedHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/** Until the first admin exists, only the set-up page is served. */
class SetUpGate extends OncePerRequestFilter {

    private static final Set<String> OPEN = Set.of(
            "/setup",
            "/style.css",
            "/favicon.svg",
            "/error",
            "/language",
            "/js/moments.js",
            "/js/menu.js",
            "/actuator/health",
            "/actuator/health/liveness",
            "/actuator/health/readiness",
            "/actuator/prometheus");

    private final SetUp setUp;

    SetUpGate(SetUp setUp) {
        this.setUp = setUp;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        if (OPEN.contains(path) || setUp.done()) {
            chain.doFilter(request, response);
        } else if (request.getMethod().equals("GET")) {
            response.sendRedirect(request.getContextPath() + "/setup");
        } else {
            PageAccessDeniedHandler.send(request, response, new Problem(ProblemCode.NOT_SET_UP));
        }
    }
}
