package org.serviceexchange.api.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Responds to requests that the API's security chain refuses: a problem document (RFC 9457) and the challenge of RFC
 * 6750.
 */
@Component
class ApiRefusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    private static final String CHALLENGE = "Bearer realm=\"service-exchange\"";
    private static final String LONGEST_PAUSE_SECONDS = "60";

    private final HandlerExceptionResolver problems;

    ApiRefusals(@Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        this.problems = problems;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException unknown) {
        send(request, response, new Problem(ProblemCode.TOKEN_MISSING));
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied) {
        send(
                request,
                response,
                new Problem(ProblemCode.SCOPE_MISSING, LocalizedMessage.of("api.scope." + NeededScope.of(request))));
    }

    void send(HttpServletRequest request, HttpServletResponse response, Problem problem) {
        String challenge = challenge(request, problem.code());
        if (challenge != null) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, challenge);
        }
        if (problem.code() == ProblemCode.LOGIN_PAUSED) {
            response.setHeader(HttpHeaders.RETRY_AFTER, LONGEST_PAUSE_SECONDS);
        }
        problems.resolveException(request, response, null, problem);
    }

    private static @Nullable String challenge(HttpServletRequest request, ProblemCode code) {
        return switch (code) {
            case TOKEN_MISSING -> CHALLENGE;
            case TOKEN_REFUSED, TOKEN_EXPIRED -> CHALLENGE + ", error=\"invalid_token\"";
            case SCOPE_MISSING ->
                CHALLENGE + ", error=\"insufficient_scope\", scope=\""
                        + NeededScope.of(request).name().toLowerCase(Locale.ROOT) + "\"";
            default -> null;
        };
    }
}
