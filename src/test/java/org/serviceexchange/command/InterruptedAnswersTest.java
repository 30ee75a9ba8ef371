package org.serviceexchange.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Answers of which the headers come, and not all of the body. */
class InterruptedAnswersTest {

    @TempDir
    private Path folder;

    private final CountDownLatch over = new CountDownLatch(1);
    private HttpServer instance;
    private String url;

    @BeforeEach
    void start() throws IOException {
        instance = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        url = "http://localhost:" + instance.getAddress().getPort();
        instance.createContext("/api/v1/hanging", exchange -> {
            begin(exchange);
            try {
                over.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            exchange.close();
        });
        instance.createContext("/api/v1/registrations/REG0001001/evidence", exchange -> {
            begin(exchange);
            exchange.close();
        });
        instance.start();
    }

    private static void begin(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 100);
        exchange.getResponseBody().write('{');
        exchange.getResponseBody().flush();
    }

    @AfterEach
    void stop() {
        over.countDown();
        instance.stop(0);
    }

    @Test
    @Timeout(60)
    void areNotWaitedForWithoutAnEnd() {
        ApiClient client = new ApiClient(URI.create(url), "", Locale.ENGLISH, Duration.ofMillis(500));
        assertThatThrownBy(() -> client.get("hanging"))
                .isInstanceOfSatisfying(
                        CommandFailure.class,
                        failure -> assertThat(failure.code()).isEqualTo(ExitCode.UNREACHABLE));
    }

    @Test
    void leaveAnEarlierFileAsItWas() throws IOException {
        Path earlier = Files.writeString(folder.resolve("evidence.jsonl"), "earlier");
        TestTerminal terminal = new TestTerminal();
        terminal.environment.put("SX_URL", url);
        terminal.environment.put("SX_TOKEN", "sxt_secret");
        assertThat(terminal.run("evidence", "REG0001001", "--output=" + earlier))
                .isEqualTo(ExitCode.UNREACHABLE);
        assertThat(earlier).hasContent("earlier");
        assertThat(folder.toFile().list()).containsExactly("evidence.jsonl");
    }
}
