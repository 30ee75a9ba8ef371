package org.serviceexchange.protocol.outbound;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.serviceexchange.Guarantee;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;

/** Calls through the proxy of the settings, which is a real one on this machine. */
@Timeout(60)
class ProxyTest {

    private static final URI CONSUMER = URI.create("https://consumer.example.com:8443/path");

    @TempDir
    private Path folder;

    @Guarantee(of = OutboundHttp.class, says = "No proxy is asked but the one of the settings.")
    @Test
    void leadToTheInstanceThatOnlyTheProxyKnows() throws IOException {
        try (TrustedPeer peer = new TrustedPeer("consumer.example.com", folder, "hello");
                TunnelProxy proxy = new TunnelProxy(peer.port());
                OutboundHttp http = http(proxy, ProxyTest::unknown)) {
            assertThat(http.get(CONSUMER)).asString(UTF_8).isEqualTo("hello");
            assertThat(proxy.tunnels()).containsExactly("consumer.example.com:8443");
        }
    }

    @Test
    void areRefusedWhereThisMachineKnowsThatTheNameIsPrivate() throws IOException {
        try (TunnelProxy proxy = new TunnelProxy(1);
                OutboundHttp http = http(proxy, host -> new InetAddress[] {InetAddress.getByName("10.1.2.3")})) {
            assertThat(refusal(http, CONSUMER)).isEqualTo(ProblemCode.ADDRESS_REFUSED);
            assertThat(proxy.tunnels()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://10.1.2.3/",
                "https://localhost/",
                "https://intranet/",
                "https://127.0.0.2/",
                "http://consumer.example.com/"
            })
    void areRefusedForTheirSpellingAsWithoutAProxy(String address) throws IOException {
        try (TunnelProxy proxy = new TunnelProxy(1);
                OutboundHttp http = new OutboundHttp(
                        settings(proxy),
                        new Destinations(TestCallableAddresses.standard(), ProxyTest::unknown),
                        new SimpleMeterRegistry(),
                        moved -> Optional.empty())) {
            assertThat(refusal(http, URI.create(address))).isEqualTo(ProblemCode.ADDRESS_REFUSED);
            assertThat(proxy.tunnels()).isEmpty();
        }
    }

    @Test
    void failAsUnreachableWhereTheProxyRefuses() throws IOException {
        try (TunnelProxy proxy = TunnelProxy.refusing();
                OutboundHttp http = http(proxy, ProxyTest::unknown)) {
            assertThat(refusal(http, CONSUMER)).isEqualTo(ProblemCode.PEER_UNREACHABLE);
        }
    }

    @Test
    void goDirectlyToThisMachineInDemoMode() throws IOException {
        try (RawPeer peer = RawPeer.answering("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello");
                TunnelProxy proxy = TunnelProxy.refusing();
                OutboundHttp http = http(proxy, InetAddress::getAllByName)) {
            assertThat(http.get(peer.address())).asString(UTF_8).isEqualTo("hello");
            assertThat(proxy.tunnels()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "proxy.example.com:3128",
                "http://proxy.example.com",
                "socks://proxy.example.com:1080",
                "http://user:secret@proxy.example.com:3128",
                "http://proxy.example.com:3128/path",
                "http://proxy.example.com:99999"
            })
    void needAProxyThatCanBeOne(String proxy) {
        assertThat(TestCallableAddresses.settings(Duration.ofSeconds(1), List.of(), URI.create(proxy))
                        .isProxyUsable())
                .isFalse();
    }

    /** In demo mode, so that the proxy's own name may lead to this machine. */
    private static OutboundHttp http(TunnelProxy proxy, Destinations.Lookup names) {
        Destinations.Lookup lookup =
                host -> host.equals("localhost") ? InetAddress.getAllByName(host) : names.allByName(host);
        return new OutboundHttp(
                settings(proxy),
                new Destinations(TestCallableAddresses.demo(), lookup),
                new SimpleMeterRegistry(),
                moved -> Optional.empty());
    }

    private static OutboundSettings settings(TunnelProxy proxy) {
        return TestCallableAddresses.settings(Duration.ofSeconds(5), List.of(), proxy.address());
    }

    private static ProblemCode refusal(OutboundHttp http, URI address) {
        return catchThrowableOfType(Problem.class, () -> http.get(address)).code();
    }

    private static InetAddress[] unknown(String host) throws UnknownHostException {
        throw new UnknownHostException(host);
    }
}
