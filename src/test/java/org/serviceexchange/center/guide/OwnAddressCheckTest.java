package org.serviceexchange.center.guide;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.serviceexchange.MovableClock;
import org.serviceexchange.TestInstanceSettings;
import org.serviceexchange.center.guide.OwnAddressCheck.Found;
import org.serviceexchange.center.guide.OwnAddressCheck.Kind;
import org.serviceexchange.platform.settings.InstanceSettings;
import org.serviceexchange.platform.settings.InstanceSettings.Mode;
import org.serviceexchange.protocol.TestKeys;
import org.serviceexchange.protocol.outbound.OutboundHttp;
import org.serviceexchange.protocol.outbound.TestCallableAddresses;
import org.serviceexchange.protocol.wire.Discovery;

class OwnAddressCheckTest {

    private final MovableClock clock = MovableClock.standing();
    private final TestKeys keys = new TestKeys("ours");
    private final OutboundHttp http = TestCallableAddresses.http();

    private HttpServer server;
    private String address;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
        address = "http://localhost:" + server.getAddress().getPort();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        http.close();
    }

    @Test
    void saysWhatNoOtherInstanceCouldCall() {
        assertThat(asked(TestInstanceSettings.at(null)).kind()).isEqualTo(Kind.MISSING);
        assertThat(asked(TestInstanceSettings.at("https://127.0.0.1:8443")).kind())
                .isEqualTo(Kind.LOOPBACK);
        assertThat(asked(TestInstanceSettings.at("http://exchange.example.com")).kind())
                .isEqualTo(Kind.NOT_HTTPS);
        assertThat(check(TestInstanceSettings.at("http://exchange.example.com")).usable())
                .isFalse();
        assertThat(check(TestInstanceSettings.valid()).usable()).isTrue();
    }

    @Test
    void findsItselfAtItsAddress() {
        answer(200, new Discovery(demo(), keys, clock).describe());
        Found found = asked(demo());
        assertThat(found.kind()).isEqualTo(Kind.REACHED);
        assertThat(found.kind().good()).isTrue();
        assertThat(found.reason(Locale.ENGLISH)).isEmpty();
    }

    @Test
    void findsSomethingElseAtItsAddress() {
        answer(200, new Discovery(demo(), new TestKeys("another"), clock).describe());
        assertThat(asked(demo()).kind()).isEqualTo(Kind.ANOTHER);
    }

    @Test
    void takesThePageOfAProxyForSomethingElse() {
        answer(502, "<html>Bad gateway</html>".getBytes(StandardCharsets.UTF_8));
        assertThat(asked(demo()).kind()).isIn(Kind.ANOTHER, Kind.UNREACHED);
        assertThat(asked(demo()).kind().good()).isFalse();
    }

    @Test
    void saysWhyNobodyAnswers() {
        server.stop(0);
        Found found = asked(demo());
        assertThat(found.kind()).isEqualTo(Kind.UNREACHED);
        assertThat(found.reason(Locale.ENGLISH))
                .isEqualTo("The instance at " + address.replace("http://", "") + " does not answer.");
    }

    private InstanceSettings demo() {
        return TestInstanceSettings.at(address, Mode.DEMO);
    }

    private Found asked(InstanceSettings settings) {
        return check(settings).ask();
    }

    private OwnAddressCheck check(InstanceSettings settings) {
        return new OwnAddressCheck(settings, http, new Discovery(settings, keys, clock), keys);
    }

    private void answer(int status, byte[] body) {
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, body.length);
            try (exchange) {
                exchange.getResponseBody().write(body);
            }
        });
    }
}
