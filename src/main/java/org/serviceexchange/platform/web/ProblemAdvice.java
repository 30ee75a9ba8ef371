package org.serviceexchange.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.store.DatabaseRefusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.InvalidPropertyException;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/**
 * Turns every exception of a controller into a problem; unexpected ones are logged with the time that the user is
 * shown, and refusals of the database with their cause, which only the log tells.
 */
@ControllerAdvice
class ProblemAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);
    private static final int SERVER_ERROR = 500;

    private final ProblemResponse response;
    private final Clock clock;

    ProblemAdvice(ProblemResponse response, Clock clock) {
        this.response = response;
        this.clock = clock;
    }

    @ExceptionHandler(Problem.class)
    Object onProblem(Problem problem, HttpServletRequest request) {
        return response.to(request, problem);
    }

    @ExceptionHandler(Exception.class)
    Object onAnythingElse(Exception exception, HttpServletRequest request) throws Exception {
        if (exception instanceof AccessDeniedException || exception instanceof AuthenticationException) {
            throw exception;
        }
        if (isOfWrongForm(exception)) {
            return response.to(request, new Problem(ProblemCode.REQUEST_INVALID));
        }
        if (exception instanceof ErrorResponse known && known.getStatusCode().value() < SERVER_ERROR) {
            return response.to(request, refusal(known, request), known.getHeaders());
        }
        return response.to(request, unexpected(exception, request));
    }

    /** A body that cannot be read, or a parameter whose name or value is not of the kind of its field. */
    private static boolean isOfWrongForm(Exception exception) {
        return exception instanceof HttpMessageNotReadableException
                || exception instanceof TypeMismatchException
                || exception instanceof InvalidPropertyException
                || exception instanceof RequestRejectedException;
    }

    /** API clients get a specific problem for an invalid request; people and peers get the same one for all. */
    private static Problem refusal(ErrorResponse refused, HttpServletRequest request) {
        int status = refused.getStatusCode().value();
        if (status == HttpStatus.NOT_FOUND.value()) {
            return new Problem(ProblemCode.NOT_FOUND);
        }
        HttpStatus known = ApiRequest.marked(request) ? HttpStatus.resolve(status) : null;
        if (known == HttpStatus.METHOD_NOT_ALLOWED) {
            return new Problem(ProblemCode.METHOD_NOT_OFFERED, request.getMethod());
        }
        if (known == HttpStatus.NOT_ACCEPTABLE) {
            return new Problem(ProblemCode.ANSWER_TYPE_NOT_OFFERED);
        }
        boolean type = known == HttpStatus.UNSUPPORTED_MEDIA_TYPE;
        return new Problem(type ? ProblemCode.BODY_TYPE_NOT_READ : ProblemCode.REQUEST_INVALID);
    }

    private Problem unexpected(Exception exception, HttpServletRequest request) {
        Optional<Problem> refused = DatabaseRefusal.in(exception);
        if (refused.isPresent()) {
            LOG.warn(
                    "{} {} failed: {}",
                    request.getMethod(),
                    request.getRequestURI(),
                    refused.get().getMessage(),
                    exception);
            return refused.get();
        }
        String time = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
        LOG.error(
                "{} {} failed unexpectedly at {}; the user was shown this time",
                request.getMethod(),
                request.getRequestURI(),
                time,
                exception);
        return new Problem(ProblemCode.UNEXPECTED, time);
    }
}
