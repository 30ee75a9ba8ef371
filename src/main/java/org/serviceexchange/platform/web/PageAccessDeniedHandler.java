package org.serviceexchange.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

/** Distinguishes an expired page (invalid CSRF token) from a missing role, and lets the error page show the problem. */
public class PageAccessDeniedHandler implements AccessDeniedHandler {

    /** Request attribute with a {@link WayOn}, which is asked only if a problem is shown. */
    public static final String WAY_ON = PageAccessDeniedHandler.class.getName() + ".wayOn";

    /** Where a person who was sent here by another instance goes on, though a page here cannot be shown. */
    @FunctionalInterface
    public interface WayOn {

        /** The address of that page; empty if it is not known. */
        Optional<String> address();
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        ProblemCode code = denied instanceof CsrfException ? ProblemCode.PAGE_EXPIRED : ProblemCode.FORBIDDEN;
        send(request, response, new Problem(code));
    }

    /** Responds with a problem from within a filter. */
    public static void send(HttpServletRequest request, HttpServletResponse response, Problem problem)
            throws IOException {
        request.setAttribute(ErrorPages.PROBLEM, problem);
        response.sendError(problem.code().status());
    }
}
