package org.serviceexchange.webapps.engine.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.platform.access.Role;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.web.BufferedRequest;
import org.serviceexchange.platform.web.LoggedInRoles;
import org.serviceexchange.platform.web.PageAccessDeniedHandler;
import org.serviceexchange.webapps.engine.FormFields;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers only those requests to the webapps' REST API that {@link AllowedRequests} lists. Refuses deployments, and expressions
 * in queries (CVE-2026-109432), whatever the list says. Passes only requests whose body it can parse unambiguously: no body, or
 * strict JSON in UTF-8.
 */
class ApiGuard extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(ApiGuard.class);
    private static final String API = "/camunda/api/";
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final Pattern IDENTITIES =
            Pattern.compile("engine/engine/[^/]+/(user|group|tenant|authorization)/.+");
    private static final AllowedRequests ALLOWED = AllowedRequests.read();

    private final FormFields fields;

    ApiGuard(FormFields fields) {
        this.fields = fields;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!pathOf(request).startsWith(API)) {
            chain.doFilter(request, response);
            return;
        }
        byte[] body = request.getInputStream().readNBytes(JsonBody.MOST_BYTES + 1);
        try {
            checkPath(request);
            checkQuery(request.getQueryString());
            checkBody(request, body);
            checkList(request, body);
        } catch (Problem problem) {
            PageAccessDeniedHandler.send(request, response, problem);
            return;
        }
        chain.doFilter(new BufferedRequest(request, body), new RefusalStatus(request, response));
        if (response.getStatus() >= HttpServletResponse.SC_BAD_REQUEST) {
            LOG.warn(
                    "The webapps answered {} {} of user {} with status {}",
                    request.getMethod(),
                    pathOf(request),
                    request.getRemoteUser(),
                    response.getStatus());
        }
    }

    /** Only the application deploys; the deployment resource is recognised by the last segments of the decoded path. */
    private static void checkPath(HttpServletRequest request) {
        boolean writes =
                !READING.contains(request.getMethod()) && !request.getMethod().equals("DELETE");
        boolean deployment = Stream.of(pathOf(request).split("/"))
                .anyMatch(part -> part.strip().equalsIgnoreCase("deployment"));
        if (writes && deployment) {
            throw refused("engine.refused.deployment");
        }
    }

    /**
     * The decoded path, by which the container selects the servlet; the raw path can spell the same path in many ways.
     */
    private static String pathOf(HttpServletRequest request) {
        return request.getServletPath() + Objects.requireNonNullElse(request.getPathInfo(), "");
    }

    private static void checkQuery(@Nullable String query) {
        if (query == null) {
            return;
        }
        for (String parameter : query.split("[&;]", -1)) {
            if (namesExpression(decoded(parameter.split("=", 2)[0]))) {
                throw refused("engine.refused.expressions");
            }
        }
    }

    private static void checkBody(HttpServletRequest request, byte[] body) {
        String encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw refused("engine.refused.encoding", encoding);
        }
        if (body.length == 0) {
            return;
        }
        if (!isPlainJson(request.getContentType())) {
            throw refused("engine.refused.notJson");
        }
        JsonBody.check(body);
    }

    private void checkList(HttpServletRequest request, byte[] body) {
        Authentication user = SecurityContextHolder.getContext().getAuthentication();
        boolean admin = user != null && LoggedInRoles.of(user).contains(Role.ADMIN);
        String path = AllowedRequests.plain(pathOf(request).substring(API.length()));
        AllowedRequests.Row row = ALLOWED.find(admin, request.getMethod(), path)
                .orElseThrow(() -> notOnTheList(request.getMethod(), path));
        new BodyMembers(
                        row.members(),
                        user == null ? "" : user.getName(),
                        (name, value) -> isField(row.path(), path, name, value))
                .check(body);
    }

    /** Camunda Admin shows users and offers to change them; where that is done stands in the refusal. */
    private static Problem notOnTheList(String method, String path) {
        return !READING.contains(method) && IDENTITIES.matcher(path).matches()
                ? refused("engine.refused.users")
                : refused("engine.refused.notNeeded", method, path);
    }

    /** The path names the task or the definition whose form is sent. */
    private boolean isField(Pattern row, String path, String name, String value) {
        Matcher matcher = row.matcher(path);
        return matcher.matches()
                && (row.pattern().contains("<task>")
                        ? fields.isOfTask(matcher.group("task"), name, value)
                        : fields.isOfStart(matcher.group("definition"), name));
    }

    private static boolean isPlainJson(@Nullable String contentType) {
        try {
            MediaType type = MediaType.parseMediaType(String.valueOf(contentType));
            boolean utf8 = type.getCharset() == null || type.getCharset().equals(StandardCharsets.UTF_8);
            return type.equalsTypeAndSubtype(MediaType.APPLICATION_JSON) && utf8;
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }

    static boolean namesExpression(String name) {
        return name.strip().toLowerCase(Locale.ROOT).endsWith("expression");
    }

    /** The problem with its reason, a message of area {@code engine.refused}. */
    static Problem refused(String reason, Object... arguments) {
        return new Problem(ProblemCode.WEBAPP_REQUEST_REFUSED, LocalizedMessage.of(reason, arguments));
    }

    private static String decoded(String name) {
        try {
            return URLDecoder.decode(name, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw refused("engine.refused.query");
        }
    }
}
