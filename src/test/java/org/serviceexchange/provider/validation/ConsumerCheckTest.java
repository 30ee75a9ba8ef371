package org.serviceexchange.provider.validation;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.serviceexchange.MovableClock;
import org.serviceexchange.TestInstanceSettings;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.settings.InstanceSettings.Mode;
import org.serviceexchange.protocol.TestKeys;
import org.serviceexchange.protocol.outbound.OutboundHttp;
import org.serviceexchange.protocol.outbound.TestCallableAddresses;
import org.serviceexchange.protocol.wire.Discovery;

/** The check of a consumer instance, over HTTP. */
class ConsumerCheckTest {

    private final MovableClock clock = MovableClock.standing();
    private final TestKeys ownKeys = new TestKeys("provider");
    private final TestKeys keysOfConsumer = new TestKeys("consumer");
    private final OutboundHttp http = TestCallableAddresses.http();
    private final ConsumerCheck check =
            new ConsumerCheck(http, new Discovery(TestInstanceSettings.valid(), ownKeys, clock), ownKeys);

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
    void findsNothingAgainstAnInstanceThatKnowsItselfUnderTheAddress() {
        answer(200, "application/json", description(address + "/", keysOfConsumer));
        assertThat(check.problem(address)).isEmpty();
    }

    @Test
    void findsAnInstanceThatNamesAnotherBaseUrl() {
        answer(200, "application/json", description("https://b\u00fccher.example", keysOfConsumer));
        Problem found = check.problem(address).orElseThrow();
        assertThat(found.code()).isEqualTo(ProblemCode.CONSUMER_NAMES_ANOTHER_URL);
        assertThat(found.finding().sentence().inDefault())
                .startsWith("The instance at " + address + " says that its base URL is https://b\u00fccher.example.");
        assertThat(ConsumerCheck.isWaivable(found.code())).isTrue();
    }

    @Test
    void findsAnInstanceThatIsThisOneUnderAnotherName() {
        answer(200, "application/json", description(address, ownKeys));
        assertFound(ProblemCode.URL_IS_OWN);
        assertThat(ConsumerCheck.isWaivable(ProblemCode.URL_IS_OWN)).isFalse();
    }

    @Test
    void findsWhateverElseAnswersThere() {
        answer(200, "text/html", "<html>Welcome</html>".getBytes(StandardCharsets.UTF_8));
        assertFound(ProblemCode.CONSUMER_NOT_AN_INSTANCE);
        byte[] altered = description(address, keysOfConsumer);
        altered[altered.length / 2] ^= 1;
        answer(200, "application/json", altered);
        assertFound(ProblemCode.CONSUMER_NOT_AN_INSTANCE);
        answer(404, "text/plain", new byte[0]);
        assertFound(ProblemCode.CONSUMER_NOT_AN_INSTANCE);
        answer(404, "application/problem+json", "{\"code\": \"SX-9002\"}".getBytes(StandardCharsets.UTF_8));
        assertFound(ProblemCode.CONSUMER_NOT_AN_INSTANCE);
    }

    @Test
    void findsAnInstanceThatIsNotReached() {
        answer(503, "text/plain", new byte[0]);
        assertFound(ProblemCode.CONSUMER_NOT_REACHED);
        answer(503, "application/problem+json", "{\"code\": \"SX-1009\"}".getBytes(StandardCharsets.UTF_8));
        assertFound(ProblemCode.CONSUMER_NOT_REACHED);
        server.stop(0);
        assertFound(ProblemCode.CONSUMER_NOT_REACHED);
    }

    @Test
    void passesOnWhatNobodyMayGoOnWith() {
        byte[] description = description(address, keysOfConsumer);
        clock.move(Duration.ofMinutes(5));
        answer(200, "application/json", description);
        assertFound(ProblemCode.CLOCKS_DIFFER);
        Problem refused = check.problem("https://10.1.2.3").orElseThrow();
        assertThat(refused.code()).isEqualTo(ProblemCode.ADDRESS_REFUSED);
        assertThat(ConsumerCheck.isWaivable(ProblemCode.ADDRESS_REFUSED)).isFalse();
    }

    private void assertFound(ProblemCode code) {
        assertThat(check.problem(address)).map(Problem::code).contains(code);
    }

    private byte[] description(String baseUrl, TestKeys keys) {
        return new Discovery(TestInstanceSettings.at(baseUrl, Mode.DEMO), keys, clock).describe();
    }

    private void answer(int status, String type, byte[] body) {
        try {
            server.removeContext("/");
        } catch (IllegalArgumentException first) {
            // There was no answer before
        }
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }
}
