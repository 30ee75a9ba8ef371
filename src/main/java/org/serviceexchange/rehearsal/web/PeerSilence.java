package org.serviceexchange.rehearsal.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.core.Ordered;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** What the other side hears of an instance: nothing while it is away, and nothing of an answer that gets lost. */
public final class PeerSilence extends OncePerRequestFilter implements Ordered {

    private static final String NONE = "";

    private final AtomicReference<String> lost = new AtomicReference<>(NONE);
    private volatile boolean away;

    /** Whether the instance is away from now on. */
    public void away(boolean gone) {
        away = gone;
    }

    /** Loses the answer to the next message to this path; what was asked is done. */
    public void loseNext(String path) {
        lost.set(path);
    }

    /** Loses nothing more, and is back. */
    public void calm() {
        lost.set(NONE);
        away = false;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return !path.startsWith("/sx/") && !path.startsWith("/.well-known/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (away) {
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return;
        }
        String path = request.getRequestURI();
        if (path.equals(lost.get()) && lost.getAndSet(NONE).equals(path)) {
            chain.doFilter(request, new ContentCachingResponseWrapper(response));
            response.reset();
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return;
        }
        chain.doFilter(request, response);
    }
}
