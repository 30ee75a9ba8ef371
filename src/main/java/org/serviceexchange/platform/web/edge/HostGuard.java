package org.serviceexchange.platform.web.edge;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.settings.FormerBaseUrls;
import org.serviceexchange.platform.settings.InstanceAddress;
import org.serviceexchange.platform.web.PageAccessDeniedHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers requests that are addressed to this instance only. Load balancers and monitoring ask by the address of a node,
 * so health and metrics are exempt; they contain no link.
 *
 * <p>Security guarantees: Once the base URL is set, a request for another host is refused with status 421. The Host
 * header decides nothing: what is made from a request has scheme, host and port of the base URL.
 *
 * <p>For a while after this instance moved, other instances that do not know that yet are answered at its former address too.
 */
class HostGuard extends OncePerRequestFilter {

    private static final Set<Integer> DEFAULT_PORTS = Set.of(80, 443);

    /** Messages of other instances, below whatever path this one has. */
    private static final Pattern PROTOCOL = Pattern.compile("(^|/)(sx/v1/|\\.well-known/service-exchange$)");

    private final @Nullable URI base;
    private final FormerBaseUrls former;

    HostGuard(@Nullable URI base, FormerBaseUrls former) {
        this.base = base;
        this.former = former;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return base == null || HealthPath.asked(request) || HealthPath.metricsAsked(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (base == null || addressed(request, base) || (isOfAnInstance(request) && isAtFormer(request))) {
            chain.doFilter(base == null ? request : new RequestAtBaseUrl(request, base), response);
        } else {
            PageAccessDeniedHandler.send(
                    new RequestAtBaseUrl(request, base), response, new Problem(ProblemCode.MISDIRECTED));
        }
    }

    private static boolean isOfAnInstance(HttpServletRequest request) {
        return PROTOCOL.matcher(request.getRequestURI()).find();
    }

    private boolean isAtFormer(HttpServletRequest request) {
        return former.stillAnswered().stream().anyMatch(address -> addressed(request, address));
    }

    /**
     * A proxy that ends TLS passes on the host without a port, which the container completes for plain http, so default
     * ports are one. Ports of the machine itself, for demonstrations, are forwarded at will and not compared.
     */
    private static boolean addressed(HttpServletRequest request, URI base) {
        boolean port = InstanceAddress.isLoopback(base) || port(request.getServerPort()) == port(base.getPort());
        return port && host(request.getServerName()).equals(host(base.getHost()));
    }

    private static int port(int port) {
        return DEFAULT_PORTS.contains(port) ? -1 : port;
    }

    private static String host(@Nullable String name) {
        return String.valueOf(name).toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
    }
}
