package org.serviceexchange.api.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.serviceexchange.api.ApiToken;
import org.serviceexchange.api.AuthenticateService;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.web.ApiRequest;
import org.serviceexchange.platform.web.throttle.Throttle;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Authenticates a service by the bearer token of its request (RFC 6750) only. Wrong tokens are throttled by client
 * address; a valid token is always accepted, so one service cannot lock out another behind the same address.
 */
class TokenFilter extends OncePerRequestFilter {

    private static final int MOST_BYTES = 16 * 1024;
    private static final String THROTTLED = "api-token";
    private static final Pattern BEARER = Pattern.compile("(?i:Bearer) +([\\x21-\\x7e]{1,200})");

    private final AuthenticateService authenticateService;
    private final Throttle throttle;
    private final ApiRefusals refusals;

    TokenFilter(AuthenticateService authenticateService, Throttle throttle, ApiRefusals refusals) {
        this.authenticateService = authenticateService;
        this.throttle = throttle;
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ApiRequest.mark(request);
        try {
            String header = request.getHeader(HttpHeaders.AUTHORIZATION);
            byte[] body = new byte[0];
            if (header != null) {
                authenticate(header, request.getRemoteAddr());
                body = body(request);
            }
            chain.doFilter(new CookielessRequest(request, body), response);
        } catch (Problem refused) {
            refusals.send(request, response, refused);
        }
    }

    private void authenticate(String header, String address) {
        try {
            ApiToken token = authenticateService.authenticate(tokenIn(header));
            throttle.forget(THROTTLED, address);
            var context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(new ServiceAuthentication(token));
            SecurityContextHolder.setContext(context);
        } catch (Problem refused) {
            if (refused.code() == ProblemCode.TOKEN_REFUSED) {
                throttle.admitKnown(THROTTLED, address);
            }
            throw refused;
        }
    }

    private static String tokenIn(String header) {
        Matcher bearer = BEARER.matcher(header);
        if (!bearer.matches()) {
            throw new Problem(ProblemCode.TOKEN_REFUSED);
        }
        return bearer.group(1);
    }

    /** The body is read only after authentication, so that unknown clients cannot occupy memory. */
    private static byte[] body(HttpServletRequest request) throws IOException {
        byte[] body = request.getContentLengthLong() > MOST_BYTES
                ? new byte[MOST_BYTES + 1]
                : request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            throw new Problem(ProblemCode.BODY_TOO_LONG, MOST_BYTES);
        }
        return body;
    }
}
