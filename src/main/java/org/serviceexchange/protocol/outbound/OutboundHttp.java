package org.serviceexchange.protocol.outbound;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.InetAddress;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.settings.InstanceAddress;
import org.serviceexchange.protocol.wire.ProtocolPaths;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.stereotype.Component;

/**
 * Calls other instances. No other class of this application opens a connection to a URL that somebody entered.
 *
 * <p>Security guarantees: Only public addresses and named private networks are called, and only over https; in demo
 * mode also this machine. No redirect is followed. No cookie is kept. No proxy is asked but the one of the settings. The time and the size of every answer are bounded.
 *
 * <p>Every call may throw {@link PeerProblem} (the peer answered with a problem document) or a problem:
 * {@code ADDRESS_REFUSED}, {@code PEER_UNREACHABLE}, {@code PEER_ANSWER_INVALID}, {@code PEER_ANSWERED_PAGE} (a web page,
 * as of a proxy in between).
 */
@Component
public final class OutboundHttp implements AutoCloseable {

    private final HttpExecutor executor;
    private final HttpExecutor once;
    private final ProblemReader problems = new ProblemReader();
    private final FallbackAddresses fallback;

    @Autowired
    OutboundHttp(
            OutboundSettings settings, CallableAddresses callable, MeterRegistry meters, FallbackAddresses fallback) {
        this(settings, new Destinations(callable, InetAddress::getAllByName), meters, fallback);
    }

    OutboundHttp(
            OutboundSettings settings, Destinations destinations, MeterRegistry meters, FallbackAddresses fallback) {
        this.fallback = fallback;
        this.executor = new HttpExecutor(settings, Client.make(settings, destinations), destinations, meters);
        this.once = new HttpExecutor(settings, Client.makeWithoutReuse(settings, destinations), destinations, meters);
    }

    /** The body of a successful response to a GET. */
    public byte[] get(URI address) {
        return successful(address, executor.call("GET", address, new HttpHeaders(), null));
    }

    /**
     * Posts a body of the given media type; returns the body of the response, which must have a 2xx status. If nobody answers at
     * the new address of a peer that moved a short while ago, a message without a secret is posted to the former one.
     */
    public byte[] post(URI address, String contentType, byte[] body, Map<String, String> headers) {
        HttpHeaders all = new HttpHeaders();
        headers.forEach(all::set);
        all.set(HttpHeaders.CONTENT_TYPE, contentType);
        try {
            return successful(address, executor.call("POST", address, all, body));
        } catch (Problem refused) {
            URI former = refused.code() == ProblemCode.PEER_UNREACHABLE ? former(address, headers) : null;
            if (former == null) {
                throw refused;
            }
            return successful(former, executor.call("POST", former, all, body));
        }
    }

    /** Nothing that contains a link's secret or a token is posted to an address that may be somebody else's by now. */
    private @Nullable URI former(URI address, Map<String, String> headers) {
        return headers.isEmpty() && !address.getPath().endsWith(ProtocolPaths.CLAIMS)
                ? fallback.before(address).orElse(null)
                : null;
    }

    /** The same over a connection that was never used and is not used again, so that a balancer chooses anew. */
    public byte[] postAnew(URI address, String contentType, byte[] body, Map<String, String> headers) {
        HttpHeaders all = new HttpHeaders();
        headers.forEach(all::set);
        all.set(HttpHeaders.CONTENT_TYPE, contentType);
        return successful(address, once.call("POST", address, all, body));
    }

    /** The same client for libraries that build their own requests, such as Spring Security's OAuth client. */
    public ClientHttpRequestFactory requestFactory() {
        return (address, method) -> new OutboundRequest(executor, address, method);
    }

    @Override
    public void close() {
        executor.close();
        once.close();
    }

    private byte[] successful(URI address, PeerResponse response) {
        String contentType = response.headers().getFirst(HttpHeaders.CONTENT_TYPE);
        boolean page = is("text/html", contentType);
        if (response.status() >= 200 && response.status() < 300 && !page) {
            return response.body();
        }
        if (is("application/problem+json", contentType)) {
            throw problems.read(response.status(), response.body());
        }
        boolean mayRecover = response.status() >= 500 || response.status() == 429;
        if (mayRecover) {
            throw new Problem(ProblemCode.PEER_UNREACHABLE, InstanceAddress.shownAuthority(address));
        }
        if (page) {
            throw new Problem(ProblemCode.PEER_ANSWERED_PAGE, InstanceAddress.shownAuthority(address));
        }
        throw new Problem(
                ProblemCode.PEER_ANSWER_INVALID,
                InstanceAddress.shownAuthority(address),
                LocalizedMessage.of("exchange.answer.status", response.status()));
    }

    private static boolean is(String form, @Nullable String contentType) {
        return contentType != null && contentType.toLowerCase(Locale.ROOT).startsWith(form);
    }
}
