package org.serviceexchange.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.serviceexchange.problem.Problem;
import org.serviceexchange.problem.ProblemCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Turns whatever a controller throws into a problem; what nobody foresaw is logged with the time that people are told. */
@ControllerAdvice
class ProblemAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);
    private static final int SERVER_ERROR = 500;

    private final ProblemAnswer answer;
    private final Clock clock;

    ProblemAdvice(ProblemAnswer answer, Clock clock) {
        this.answer = answer;
        this.clock = clock;
    }

    @ExceptionHandler(Problem.class)
    Object onProblem(Problem problem, HttpServletRequest request) {
        return answer.to(request, problem);
    }

    @ExceptionHandler(Exception.class)
    Object onAnythingElse(Exception exception, HttpServletRequest request) throws Exception {
        if (exception instanceof AccessDeniedException || exception instanceof AuthenticationException) {
            throw exception;
        }
        if (exception instanceof HttpMessageNotReadableException) {
            return answer.to(request, new Problem(ProblemCode.REQUEST_INVALID));
        }
        if (exception instanceof ErrorResponse known && known.getStatusCode().value() < SERVER_ERROR) {
            boolean missing = known.getStatusCode().value() == 404;
            return answer.to(request, new Problem(missing ? ProblemCode.NOT_FOUND : ProblemCode.REQUEST_INVALID));
        }
        return answer.to(request, unexpected(exception, request));
    }

    private Problem unexpected(Exception exception, HttpServletRequest request) {
        String time = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
        LOG.error("{} {} failed at {}", request.getMethod(), request.getRequestURI(), time, exception);
        return new Problem(ProblemCode.UNEXPECTED, time);
    }
}
