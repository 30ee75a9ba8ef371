package org.serviceexchange.platform.web.edge;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.web.PageAccessDeniedHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Bounds how many requests are worked on at once, by kind, so that slow ones of one kind leave threads for the others.
 *
 * <p>Security guarantees: Slow messages and forms take no thread from pages. Whatever else is going on, health is
 * answered.
 */
class Admission extends OncePerRequestFilter {

    private static final String SOON = "1";
    private static final List<String> MESSAGES = List.of("/sx/", "/oauth2/token", "/api/");
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private static final Logger LOG = LoggerFactory.getLogger(Admission.class);
    private static final int MOST_DISCARDED = 64 * 1024;

    /** Threads that only health may use. */
    private static final int FOR_HEALTH = 5;

    private final Semaphore messages;
    private final Semaphore forms;
    private final Semaphore all;
    private final int healthPort;
    private final Counter refused;

    Admission(LoadSettings settings, int threads, MeterRegistry meters) {
        this.refused = Counter.builder("service-exchange.load.refused")
                .description("Requests that were answered with status 503, because too many were being worked on.")
                .register(meters);
        this.messages = new Semaphore(settings.messagesAtOnce());
        this.forms = new Semaphore(settings.formsAtOnce());
        this.all = new Semaphore(Math.max(1, threads - FOR_HEALTH));
        this.healthPort = Objects.requireNonNullElse(settings.healthPort(), -1);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean atHealthPort = request.getLocalPort() == healthPort;
        if (HealthPath.asked(request) || (atHealthPort && HealthPath.metricsAsked(request))) {
            chain.doFilter(request, response);
        } else if (atHealthPort) {
            response.sendError(HttpStatus.NOT_FOUND.value());
        } else {
            admitted(
                    List.of(lane(request), all), () -> served(request, response, chain), () -> busy(request, response));
        }
    }

    /** What nobody has read is read here, as part of what is worked on at once, and not by the container afterwards. */
    private static void served(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } finally {
            if (hasBody(request)) {
                discard(request);
            }
        }
    }

    private static void discard(HttpServletRequest request) {
        try {
            request.getInputStream().readNBytes(MOST_DISCARDED);
        } catch (IOException | IllegalStateException gone) {
            LOG.debug("The rest of a body was not read: {}", gone.getMessage());
        }
    }

    private static boolean hasBody(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
    }

    private Semaphore lane(HttpServletRequest request) {
        String path = request.getRequestURI();
        if (MESSAGES.stream().anyMatch(path::startsWith)) {
            return messages;
        }
        return READING.contains(request.getMethod()) && !hasBody(request) ? all : forms;
    }

    private static void admitted(List<Semaphore> lanes, Step serve, Step refuse) throws ServletException, IOException {
        List<Semaphore> distinct = lanes.stream().distinct().toList();
        int taken = 0;
        while (taken < distinct.size() && distinct.get(taken).tryAcquire()) {
            taken++;
        }
        try {
            (taken == distinct.size() ? serve : refuse).run();
        } finally {
            distinct.subList(0, taken).forEach(Semaphore::release);
        }
    }

    private void busy(HttpServletRequest request, HttpServletResponse response) throws IOException {
        refused.increment();
        response.setHeader(HttpHeaders.RETRY_AFTER, SOON);
        PageAccessDeniedHandler.send(request, response, new Problem(ProblemCode.BUSY));
    }

    /** What is done with a request. */
    private interface Step {
        void run() throws ServletException, IOException;
    }
}
