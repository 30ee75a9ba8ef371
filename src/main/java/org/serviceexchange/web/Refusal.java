package org.serviceexchange.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.serviceexchange.problem.Problem;
import org.serviceexchange.problem.ProblemCode;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

/** Tells an expired page from a missing role, and leaves the words to the error page. */
class Refusal implements AccessDeniedHandler {

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        ProblemCode code = denied instanceof CsrfException ? ProblemCode.PAGE_EXPIRED : ProblemCode.FORBIDDEN;
        request.setAttribute(ErrorPages.PROBLEM, new Problem(code));
        response.sendError(HttpStatus.FORBIDDEN.value());
    }
}
