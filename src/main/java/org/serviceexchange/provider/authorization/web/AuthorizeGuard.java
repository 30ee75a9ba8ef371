package org.serviceexchange.provider.authorization.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.web.PageAccessDeniedHandler;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Protects the authorization endpoint, which the framework excludes from its CSRF protection: a POST must come from the
 * consent page that this session was shown, from our own origin; a GET contains all its parameters itself.
 */
class AuthorizeGuard extends OncePerRequestFilter {

    private static final RequestMatcher AUTHORIZE =
            PathPatternRequestMatcher.withDefaults().matcher(OAuth.AUTHORIZE);

    private final String ownOrigin;

    AuthorizeGuard(String ownOrigin) {
        this.ownOrigin = ownOrigin;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !AUTHORIZE.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ProblemCode refusal = refusal(request);
        if (refusal != null) {
            PageAccessDeniedHandler.send(request, response, new Problem(refusal));
            return;
        }
        if (request.getMethod().equals("GET")) {
            AuthorizationRequestInProgress.keep(request);
        }
        chain.doFilter(request, response);
    }

    private @Nullable ProblemCode refusal(HttpServletRequest request) {
        if (request.getMethod().equals("POST")) {
            boolean ticket = ConsentTicket.redeemed(request);
            return ticket && ownOrigin.equals(request.getHeader(HttpHeaders.ORIGIN))
                    ? null
                    : ProblemCode.CONSENT_NOT_ASKED;
        }
        boolean indirect = request.getParameter("request_uri") != null || request.getParameter("request") != null;
        return indirect ? ProblemCode.AUTHORIZATION_REQUEST_INVALID : null;
    }
}
