package org.serviceexchange.protocol.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.web.BufferedRequest;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.util.UrlPathHelper;

/** Refuses protocol messages longer than 64 KiB before they are parsed. */
@Component
class BodyCap extends OncePerRequestFilter {

    private static final String PROTOCOL = "/sx/";
    private static final int MAX_BYTES = 64 * 1024;

    private final HandlerExceptionResolver problems;

    BodyCap(@Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !UrlPathHelper.defaultInstance.getPathWithinApplication(request).startsWith(PROTOCOL);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        byte[] body = request.getInputStream().readNBytes(MAX_BYTES + 1);
        if (body.length > MAX_BYTES) {
            Problem tooLong = new Problem(ProblemCode.MESSAGE_MALFORMED, "it is longer than 64 KiB");
            problems.resolveException(request, response, null, tooLong);
        } else {
            chain.doFilter(new BufferedRequest(request, body), response);
        }
    }
}
