package org.serviceexchange.platform.web.edge;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.web.PageAccessDeniedHandler;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses requests that nobody sends by mistake and that some code behind would understand differently or not at all:
 * paths with needless escapes, which rules by path spell otherwise, and zero characters, which PostgreSQL does not
 * store.
 */
class RequestForm extends OncePerRequestFilter {

    /** An escaped letter, digit, dash, dot or underscore: RFC 3986 says that these are not to be escaped. */
    private static final Pattern NEEDLESS =
            Pattern.compile("%(2[DdEe]|3[0-9]|4[1-9A-Fa-f]|5[0-9AaFf]|6[1-9A-Fa-f]|7[0-9Aa])");

    private static final Pattern NULL_ESCAPED = Pattern.compile("%00");
    private static final String FORM = "application/x-www-form-urlencoded";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (wellFormed(request)) {
            chain.doFilter(request, response);
        } else {
            PageAccessDeniedHandler.send(request, response, new Problem(ProblemCode.REQUEST_INVALID));
        }
    }

    private static boolean wellFormed(HttpServletRequest request) {
        String path = request.getRequestURI();
        return !NEEDLESS.matcher(path).find()
                && !hasNull(path)
                && !hasNull(request.getQueryString())
                && !(isForm(request) && parametersHaveNull(request));
    }

    private static boolean hasNull(@Nullable String text) {
        return text != null && (NULL_ESCAPED.matcher(text).find() || text.indexOf('\0') >= 0);
    }

    /** Only a form is read here; a body of any other kind belongs to the code that knows its limits. */
    private static boolean isForm(HttpServletRequest request) {
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        String path = request.getRequestURI();
        return type != null
                && type.startsWith(FORM)
                && !path.startsWith("/camunda/")
                && !path.startsWith("/api/")
                && !path.startsWith("/sx/");
    }

    private static boolean parametersHaveNull(HttpServletRequest request) {
        return request.getParameterMap().entrySet().stream()
                .anyMatch(parameter -> hasNullCharacter(parameter.getKey())
                        || Arrays.stream(parameter.getValue()).anyMatch(RequestForm::hasNullCharacter));
    }

    private static boolean hasNullCharacter(String text) {
        return text.indexOf('\0') >= 0;
    }
}
