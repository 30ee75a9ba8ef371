package org.serviceexchange.provider.authorization.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.web.PageAccessDeniedHandler;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses a request with a repeated parameter, as RFC 6749, section 3.2 demands. The framework checks this for some
 * parameters only, and after it has taken each for one text.
 */
class SingleParameters extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean single = request.getParameterMap().values().stream().allMatch(values -> values.length == 1);
        if (single) {
            chain.doFilter(request, response);
        } else if (request.getRequestURI().endsWith(OAuth.TOKEN)) {
            refuse(response);
        } else {
            PageAccessDeniedHandler.send(request, response, new Problem(ProblemCode.AUTHORIZATION_REQUEST_INVALID));
        }
    }

    private static void refuse(HttpServletResponse response) throws IOException {
        response.setStatus(HttpStatus.BAD_REQUEST.value());
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.getOutputStream().write("{\"error\":\"invalid_request\"}".getBytes(StandardCharsets.US_ASCII));
    }
}
