package org.serviceexchange.protocol.outbound;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.serviceexchange.Guarantee;
import org.serviceexchange.platform.problem.Finding;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.problem.ProblemTexts;
import org.serviceexchange.platform.web.ProblemDocument;
import org.springframework.http.HttpMethod;
import org.springframework.util.unit.DataSize;

@Timeout(30)
class OutboundHttpTest {

    private static final OutboundSettings SETTINGS = new OutboundSettings(
            Duration.ofMillis(500),
            Duration.ofMillis(500),
            Duration.ofMillis(1500),
            DataSize.ofKilobytes(64),
            List.of(),
            null);

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final OutboundHttp http = new OutboundHttp(
            SETTINGS,
            new Destinations(TestCallableAddresses.demo(), InetAddress::getAllByName),
            meters,
            address -> Optional.empty());

    @AfterEach
    void close() {
        http.close();
    }

    @Test
    void postsABodyAndReturnsTheAnswer() throws IOException {
        try (RawPeer peer = RawPeer.answering("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello")) {
            byte[] answer =
                    http.post(peer.address(), "application/json", "{}".getBytes(UTF_8), Map.of("Authorization", "x"));
            assertThat(answer).asString(UTF_8).isEqualTo("hello");
            assertThat(peer.received())
                    .startsWith("POST /path HTTP/1.1")
                    .contains("Content-Type: application/json", "Authorization: x", "User-Agent: service-exchange")
                    .endsWith("{}");
        }
    }

    @Test
    void sendsItsTraceAlongIfThereIsOne() throws IOException {
        String trace = "0af7651916cd43dd8448eb211c80319c";
        SpanContext here =
                SpanContext.create(trace, "b7ad6b7169203331", TraceFlags.getSampled(), TraceState.getDefault());
        try (RawPeer peer = RawPeer.answering("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello")) {
            assertThat(Context.root()
                            .with(Span.wrap(here))
                            .wrapSupplier(() -> http.get(peer.address()))
                            .get())
                    .isNotEmpty();
            assertThat(peer.received()).contains("traceparent: 00-" + trace + "-b7ad6b7169203331-01\r\n");
        }
        try (RawPeer peer = RawPeer.answering("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello")) {
            http.get(peer.address());
            assertThat(peer.received()).doesNotContain("traceparent");
        }
    }

    @Test
    void passesNothingElseOnThatAPeerSentWithTheTrace() throws IOException {
        TraceState theirs = TraceState.builder().put("vendor", "theirs").build();
        SpanContext here = SpanContext.createFromRemoteParent(
                "0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331", TraceFlags.getSampled(), theirs);
        try (RawPeer peer = RawPeer.answering("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello")) {
            Runnable asking = () -> http.get(peer.address());
            Context.root().with(Span.wrap(here)).wrap(asking).run();
            assertThat(peer.received()).contains("traceparent: ").doesNotContain("tracestate", "theirs");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n"})
    void triesTheFormerAddressOfAPeerThatMoved(String atTheNewOne) throws IOException {
        try (RawPeer former = RawPeer.answering("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello");
                RawPeer now = RawPeer.answering(atTheNewOne);
                OutboundHttp moved = movedFrom(former)) {
            assertThat(moved.post(now.address(), "application/json", "{}".getBytes(UTF_8), Map.of()))
                    .asString(UTF_8)
                    .isEqualTo("hello");
            assertThat(former.received()).startsWith("POST /former HTTP/1.1").endsWith("{}");
        }
    }

    @Test
    void triesTheFormerAddressOnlyWhenNobodyAnswersAndWithoutASecret() throws IOException {
        byte[] body = "{}".getBytes(UTF_8);
        try (RawPeer former = RawPeer.answering("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello");
                RawPeer refusing = RawPeer.answering("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
                RawPeer silent = RawPeer.answering("");
                OutboundHttp moved = movedFrom(former)) {
            assertThatThrownBy(() -> moved.post(refusing.address(), "application/json", body, Map.of()))
                    .isInstanceOf(Problem.class);
            assertThatThrownBy(() ->
                            moved.post(silent.address(), "application/json", body, Map.of("Authorization", "Bearer x")))
                    .isInstanceOf(Problem.class);
            assertThatThrownBy(() ->
                            moved.post(silent.address().resolve("/sx/v1/claims"), "application/json", body, Map.of()))
                    .isInstanceOf(Problem.class);
            assertThatThrownBy(() -> moved.get(silent.address())).isInstanceOf(Problem.class);
            assertThatThrownBy(() -> moved.postAnew(silent.address(), "application/json", body, Map.of()))
                    .isInstanceOf(Problem.class);
            assertThat(former.requests()).isZero();
        }
    }

    private static OutboundHttp movedFrom(RawPeer former) {
        return new OutboundHttp(
                SETTINGS,
                new Destinations(TestCallableAddresses.demo(), InetAddress::getAllByName),
                new SimpleMeterRegistry(),
                address -> Optional.of(former.address().resolve("/former")));
    }

    @Test
    void countsCallsAndBytes() throws IOException {
        try (RawPeer peer = RawPeer.answering("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello")) {
            http.post(peer.address(), "application/json", "{}".getBytes(UTF_8), Map.of());
        }
        assertThat(count("calls")).isEqualTo(1);
        assertThat(count("sent")).isEqualTo(2);
        assertThat(count("received")).isEqualTo(5);
        assertThat(count("failures")).isZero();
    }

    @Guarantee(of = OutboundHttp.class, says = "No redirect is followed.")
    @Test
    void doesNotFollowARedirect() throws IOException {
        try (RawPeer target = RawPeer.answering("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
                RawPeer peer = RawPeer.answering(
                        "HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: " + target.address() + "\r\n\r\n")) {
            assertProblem(ProblemCode.PEER_ANSWER_INVALID, peer.address());
            assertThat(target.requests()).isZero();
        }
    }

    @Guarantee(of = OutboundHttp.class, says = "No proxy is asked but the one of the settings.")
    @Test
    void asksNoProxyOfTheMachine() throws IOException {
        try (RawPeer proxy = RawPeer.answering("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
                RawPeer peer = RawPeer.answering("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello");
                var settings = new MachineProxy(proxy.address());
                var calls = new OutboundHttp(
                        SETTINGS,
                        new Destinations(TestCallableAddresses.demo(), InetAddress::getAllByName),
                        new SimpleMeterRegistry(),
                        address -> Optional.empty())) {
            assertThat(settings).isNotNull();
            assertThat(calls.get(peer.address())).asString(UTF_8).isEqualTo("hello");
            assertThat(proxy.requests()).isZero();
        }
    }

    /** As if the machine's administrator had set a proxy for everything, this machine included. */
    private static final class MachineProxy implements AutoCloseable {

        private final Properties before = (Properties) System.getProperties().clone();

        MachineProxy(URI proxy) {
            System.setProperty("http.proxyHost", proxy.getHost());
            System.setProperty("http.proxyPort", String.valueOf(proxy.getPort()));
            System.setProperty("http.nonProxyHosts", "");
        }

        @Override
        public void close() {
            System.setProperties(before);
        }
    }

    @Guarantee(of = OutboundHttp.class, says = "The time and the size of every answer are bounded.")
    @Test
    void givesUpAnEndlessBody() throws IOException {
        CountDownLatch gone = new CountDownLatch(1);
        RawPeer.Answering endless = out -> {
            out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(UTF_8));
            try {
                while (true) {
                    out.write(new byte[8192]);
                }
            } finally {
                gone.countDown();
            }
        };
        try (RawPeer peer = new RawPeer(endless)) {
            assertProblem(ProblemCode.PEER_ANSWER_INVALID, peer.address());
            assertThat(gone)
                    .satisfies(latch ->
                            assertThat(latch.await(5, TimeUnit.SECONDS)).isTrue());
        }
    }

    @Test
    void refusesOneByteMoreThanAllowedAndTakesTheAllowed() throws IOException {
        String most = "x".repeat(64 * 1024);
        try (RawPeer peer = RawPeer.answering("HTTP/1.1 200 OK\r\nContent-Length: 65536\r\n\r\n" + most)) {
            assertThat(http.get(peer.address())).hasSize(65536);
        }
        try (RawPeer peer = RawPeer.answering("HTTP/1.1 200 OK\r\nContent-Length: 65537\r\n\r\nx" + most)) {
            assertProblem(ProblemCode.PEER_ANSWER_INVALID, peer.address());
        }
    }

    @Guarantee(of = OutboundHttp.class, says = "The time and the size of every answer are bounded.")
    @Test
    void givesUpABodyThatDripsPastTheDeadline() throws IOException {
        CountDownLatch never = new CountDownLatch(1);
        RawPeer.Answering dripping = out -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n".getBytes(UTF_8));
            for (int drop = 0; drop < 1000; drop++) {
                out.write('x');
                out.flush();
                assertThat(never.await(100, TimeUnit.MILLISECONDS)).isFalse();
            }
        };
        try (RawPeer peer = new RawPeer(dripping)) {
            assertProblem(ProblemCode.PEER_UNREACHABLE, peer.address());
        }
        assertThat(count("failures")).isEqualTo(1);
    }

    @Guarantee(of = OutboundHttp.class, says = "The time and the size of every answer are bounded.")
    @Test
    void givesUpAHeaderThatDripsPastTheDeadline() throws IOException {
        CountDownLatch never = new CountDownLatch(1);
        RawPeer.Answering dripping = out -> {
            out.write("HTTP/1.1 200 OK\r\nX: ".getBytes(UTF_8));
            for (int drop = 0; drop < 1000; drop++) {
                out.write('x');
                out.flush();
                assertThat(never.await(100, TimeUnit.MILLISECONDS)).isFalse();
            }
        };
        try (RawPeer peer = new RawPeer(dripping)) {
            assertProblem(ProblemCode.PEER_UNREACHABLE, peer.address());
        }
    }

    @Guarantee(of = OutboundHttp.class, says = "The time and the size of every answer are bounded.")
    @Test
    void givesUpASilentPeer() throws IOException {
        CountDownLatch never = new CountDownLatch(1);
        try (RawPeer peer =
                new RawPeer(out -> assertThat(never.await(5, TimeUnit.SECONDS)).isFalse())) {
            assertProblem(ProblemCode.PEER_UNREACHABLE, peer.address());
        }
    }

    @Guarantee(of = OutboundHttp.class, says = "The time and the size of every answer are bounded.")
    @Test
    void givesUpEndlessHeaders() throws IOException {
        RawPeer.Answering headers = out -> {
            out.write("HTTP/1.1 200 OK\r\n".getBytes(UTF_8));
            while (true) {
                out.write("X: y\r\n".getBytes(UTF_8));
            }
        };
        try (RawPeer peer = new RawPeer(headers)) {
            assertProblem(ProblemCode.PEER_UNREACHABLE, peer.address());
        }
    }

    @Test
    void saysThatNobodyAnswers() throws IOException {
        int closed;
        try (ServerSocket socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> http.get(URI.create("http://localhost:" + closed)))
                .withMessage(
                        "The instance at localhost:" + closed + " does not answer. The step is repeated by itself; "
                                + "check the address and the network if it stays so.");
    }

    @Test
    void readsTheProblemOfAPeer() throws IOException {
        String problem = "{\"code\":\"SX-3008\",\"detail\":\"Not yet.\\u0007 Wait.\",\"retry\":true,"
                + "\"time\":\"2026-01-02T03:04:05Z\"}";
        try (RawPeer peer = RawPeer.answering("HTTP/1.1 503 Busy\r\nContent-Type: application/problem+json\r\n"
                + "Content-Length: " + problem.length() + "\r\n\r\n" + problem)) {
            PeerProblem thrown = catchThrowableOfType(PeerProblem.class, () -> http.get(peer.address()));
            assertThat(thrown.status()).isEqualTo(503);
            assertThat(thrown.code()).isEqualTo("SX-3008");
            assertThat(thrown.mayPass()).isTrue();
            assertThat(thrown.detail()).isEqualTo("Not yet.  Wait.");
            assertThat(thrown.serverTime()).contains(Instant.parse("2026-01-02T03:04:05Z"));
        }
    }

    @Test
    void readsTheArgumentsOfAKnownProblem() throws IOException {
        assertThat(problemOf("{\"code\":\"SX-3007\",\"detail\":\"Clocks.\",\"arguments\":[\"12\\n\",{\"at\":"
                                + "\"2026-01-02T03:04:05Z\"},3]}")
                        .known())
                .contains(
                        new Finding(ProblemCode.CLOCKS_DIFFER, List.of("12 ", Instant.parse("2026-01-02T03:04:05Z"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ",\"arguments\":[\"12:00:00Z\"]",
                ",\"arguments\":{\"a\":\"12:00:00Z\",\"b\":\"13:00:00Z\"}",
                ",\"arguments\":[\"12:00:00Z\",[\"problem.line\"]]",
                ",\"arguments\":[\"12:00:00Z\",{\"at\":\"today\"}]",
                ",\"arguments\":[\"12:00:00Z\",1.5]",
                ",\"arguments\":[1,2,3,4,5,6,7,8,9]",
            })
    void quotesAPeerThatSendsNoUsefulArguments(String arguments) throws IOException {
        PeerProblem thrown = problemOf("{\"code\":\"SX-3007\",\"detail\":\"Clocks.\"" + arguments + "}");
        assertThat(thrown.known()).isEmpty();
        assertThat(thrown.finding()).isEqualTo(new Finding(ProblemCode.PEER_REFUSED, List.of("Clocks.", "SX-3007")));
    }

    @ParameterizedTest
    @EnumSource
    void understandsEveryProblemThatAnotherInstanceOfOursSends(ProblemCode code) throws IOException {
        Instant now = Instant.parse("2026-01-02T03:04:05Z");
        Problem problem = new Problem(code, "b.example.com", now, 4711L);
        String sent = new ObjectMapper().writeValueAsString(ProblemDocument.of(problem, Locale.ENGLISH, now));
        int named = ProblemTexts.arguments(code);
        assertThat(problemOf(sent).finding())
                .isEqualTo(new Finding(code, problem.finding().arguments().subList(0, named)));
    }

    private PeerProblem problemOf(String document) throws IOException {
        try (RawPeer peer = RawPeer.answering("HTTP/1.1 400 Bad\r\nContent-Type: application/problem+json\r\n"
                + "Content-Length: " + document.getBytes(UTF_8).length + "\r\n\r\n" + document)) {
            return catchThrowableOfType(PeerProblem.class, () -> http.get(peer.address()));
        }
    }

    @Test
    void takesNoNonsenseForAProblem() throws IOException {
        try (RawPeer peer = RawPeer.answering("HTTP/1.1 400 Bad\r\nContent-Type: application/problem+json\r\n"
                + "Content-Length: 23\r\n\r\n{\"code\":\"<b>\",\"time\":1}")) {
            PeerProblem thrown = catchThrowableOfType(PeerProblem.class, () -> http.get(peer.address()));
            assertThat(thrown.code()).isEmpty();
            assertThat(thrown.mayPass()).isFalse();
            assertThat(thrown.serverTime()).isEmpty();
        }
    }

    @Test
    void takesAWebPageForNoAnswerOfTheInstance() throws IOException {
        String page = "Content-Type: text/html; charset=utf-8\r\nContent-Length: 6\r\n\r\n<html>";
        for (String status : new String[] {"200 OK", "403 Forbidden"}) {
            try (RawPeer peer = RawPeer.answering("HTTP/1.1 " + status + "\r\n" + page)) {
                assertProblem(ProblemCode.PEER_ANSWERED_PAGE, peer.address());
            }
        }
        try (RawPeer peer = RawPeer.answering("HTTP/1.1 503 Service Unavailable\r\n" + page)) {
            assertProblem(ProblemCode.PEER_UNREACHABLE, peer.address());
        }
    }

    @Test
    void tellsAFailureThatMayPassFromOneThatWillNot() throws IOException {
        try (RawPeer peer = RawPeer.answering("HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n")) {
            assertProblem(ProblemCode.PEER_UNREACHABLE, peer.address());
        }
        try (RawPeer peer = RawPeer.answering("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")) {
            assertProblem(ProblemCode.PEER_ANSWER_INVALID, peer.address());
        }
    }

    @Guarantee(of = OutboundHttp.class, says = "No cookie is kept.")
    @Test
    void sendsNoCookieBack() throws IOException {
        try (RawPeer peer = RawPeer.answering(
                "HTTP/1.1 200 OK\r\nSet-Cookie: a=b; Path=/\r\nConnection: close\r\nContent-Length: 0\r\n\r\n")) {
            http.get(peer.address());
            http.get(peer.address());
            assertThat(peer.requests()).isEqualTo(2);
            assertThat(peer.received()).doesNotContain("Cookie");
        }
    }

    @Test
    void servesSpringsClientsUnderTheSameRules() throws IOException {
        try (RawPeer peer = RawPeer.answering("HTTP/1.1 401 No\r\nContent-Length: 2\r\n\r\nno")) {
            var request = http.requestFactory().createRequest(peer.address(), HttpMethod.POST);
            request.getBody().write("a=b".getBytes(UTF_8));
            try (var response = request.execute()) {
                assertThat(response.getStatusCode().value()).isEqualTo(401);
                assertThat(response.getBody()).asString(UTF_8).isEqualTo("no");
            }
            assertThat(peer.received()).endsWith("a=b");
        }
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> http.requestFactory()
                        .createRequest(URI.create("https://10.0.0.1/"), HttpMethod.GET)
                        .execute());
    }

    private double count(String what) {
        return meters.counter("service-exchange.outbound." + what).count();
    }

    private void assertProblem(ProblemCode code, URI address) {
        Problem problem = catchThrowableOfType(Problem.class, () -> http.get(address));
        assertThat(problem.code()).isEqualTo(code);
    }
}
