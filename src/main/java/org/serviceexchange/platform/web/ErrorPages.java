package org.serviceexchange.platform.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.store.refusal.DatabaseRefusal;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Handles errors outside of controllers: in filters and in the container. */
@Controller
class ErrorPages implements ErrorController {

    /** Request attribute in which a filter stores the problem to show. */
    static final String PROBLEM = ErrorPages.class.getName() + ".problem";

    private final ProblemResponse response;
    private final Clock clock;

    ErrorPages(ProblemResponse response, Clock clock) {
        this.response = response;
        this.clock = clock;
    }

    @RequestMapping("/error")
    Object show(HttpServletRequest request) {
        return response.to(request, problem(request));
    }

    private Problem problem(HttpServletRequest request) {
        if (request.getAttribute(PROBLEM) instanceof Problem known) {
            return known;
        }
        Optional<Problem> refused = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable thrown
                ? DatabaseRefusal.in(thrown)
                : Optional.empty();
        if (refused.isPresent()) {
            return refused.get();
        }
        boolean failed = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer;
        int status = failed ? (Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) : 404;
        return switch (status) {
            case 401, 403 -> new Problem(ProblemCode.FORBIDDEN);
            case 404 -> new Problem(ProblemCode.NOT_FOUND);
            default ->
                status < 500
                        ? new Problem(ProblemCode.REQUEST_INVALID)
                        : new Problem(
                                ProblemCode.UNEXPECTED,
                                clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
        };
    }
}
