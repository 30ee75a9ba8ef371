package org.serviceexchange.protocol.outbound;

import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.settings.InstanceAddress;
import org.springframework.http.HttpHeaders;

/** Makes one call within limits of time and size, and counts it. */
final class HttpExecutor {

    private static final String TRACE = "traceparent";

    private final OutboundSettings settings;
    private final Destinations destinations;
    private final OutboundMetrics metrics;
    private final CloseableHttpClient client;
    private final ScheduledExecutorService watch;

    HttpExecutor(
            OutboundSettings settings, CloseableHttpClient client, Destinations destinations, MeterRegistry meters) {
        this.settings = settings;
        this.destinations = destinations;
        this.metrics = new OutboundMetrics(meters);
        this.client = client;
        this.watch = watch();
    }

    PeerResponse call(String method, URI address, HttpHeaders headers, byte @Nullable [] body) {
        destinations.check(address);
        HttpUriRequestBase request = request(method, address, headers, body);
        Future<?> deadline = watch.schedule(request::abort, settings.deadline().toMillis(), TimeUnit.MILLISECONDS);
        try {
            if (settings.proxy() != null) {
                destinations.checkBeforeProxy(address.getHost());
            }
            HttpClientContext context = HttpClientContext.create();
            PeerResponse response = client.execute(
                    new HttpHost(address.getScheme(), address.getHost(), address.getPort()),
                    request,
                    context,
                    new PeerResponseReader(settings.maxBody().toBytes(), request::abort));
            requireAnswerOfPeer(address, context);
            metrics.count(body == null ? 0 : body.length, response.body().length);
            return response;
        } catch (Destinations.RefusedAddress e) {
            throw new Problem(ProblemCode.ADDRESS_REFUSED, e, InstanceAddress.shownAuthority(address));
        } catch (PeerResponseReader.TooLong e) {
            throw new Problem(
                    ProblemCode.PEER_ANSWER_INVALID,
                    e,
                    InstanceAddress.shownAuthority(address),
                    LocalizedMessage.of(
                            "exchange.answer.tooLong", settings.maxBody().toBytes()));
        } catch (IOException e) {
            metrics.countFailure();
            throw new Problem(ProblemCode.PEER_UNREACHABLE, e, InstanceAddress.shownAuthority(address));
        } finally {
            deadline.cancel(false);
        }
    }

    /** What comes without TLS from an https address is the refusal of the proxy, not an answer of the peer. */
    private static void requireAnswerOfPeer(URI address, HttpClientContext context) throws IOException {
        if (address.getScheme().equals("https") && context.getSSLSession() == null) {
            throw new IOException("the proxy refused the call");
        }
    }

    void close() {
        watch.shutdownNow();
        client.close(CloseMode.IMMEDIATE);
    }

    private static HttpUriRequestBase request(String method, URI address, HttpHeaders headers, byte @Nullable [] body) {
        HttpUriRequestBase request = new HttpUriRequestBase(method, address);
        headers.forEach((name, values) -> values.forEach(value -> request.addHeader(name, value)));
        // The other side writes its log under the same trace; without one nothing is added. What a third one sent along
        // with
        // the trace (tracestate) is nobody's business here, so it is not passed on
        W3CTraceContextPropagator.getInstance().inject(Context.current(), request, (to, name, value) -> {
            if (name.equals(TRACE)) {
                to.setHeader(name, value);
            }
        });
        if (body != null) {
            // The content type is among the headers
            request.setEntity(new ByteArrayEntity(body, (ContentType) null));
        }
        return request;
    }

    private static ScheduledExecutorService watch() {
        var executor = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "outbound-deadline");
            thread.setDaemon(true);
            return thread;
        });
        executor.setRemoveOnCancelPolicy(true);
        return executor;
    }
}
