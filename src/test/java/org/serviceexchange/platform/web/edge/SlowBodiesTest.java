package org.serviceexchange.platform.web.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.serviceexchange.Guarantee;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;

/** A container with few threads, and clients that send more slowly than anybody should. */
class SlowBodiesTest {

    private static final int THREADS = 12;
    private static final int AT_ONCE = 3;
    private static final int CLIENTS = 40;

    private final List<Socket> sockets = new ArrayList<>();
    private WebServer server;

    @BeforeEach
    void start() {
        LoadSettings settings = new LoadSettings(AT_ONCE, AT_ONCE, null);
        TomcatServletWebServerFactory factory = new TomcatServletWebServerFactory(0);
        factory.addConnectorCustomizers(connector -> {
            connector.setProperty("maxThreads", String.valueOf(THREADS));
            connector.setProperty("connectionTimeout", "500");
        });
        factory.addContextValves(new BodyDeadline(Duration.ofMillis(500), 4_000));
        server = factory.getWebServer(context -> {
            context.addFilter("admission", new Admission(settings, THREADS, new SimpleMeterRegistry()))
                    .addMappingForUrlPatterns(EnumSet.of(jakarta.servlet.DispatcherType.REQUEST), false, "/*");
            context.addServlet("reader", new Reader()).addMapping("/*");
        });
        server.start();
    }

    @AfterEach
    void stop() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
        server.stop();
    }

    @Guarantee(of = Admission.class, says = "Slow messages and forms take no thread from pages.")
    @Guarantee(of = Admission.class, says = "Whatever else is going on, health is answered.")
    @ParameterizedTest
    @ValueSource(strings = {"/sx/v1/claims", "/login"})
    void answersOthersWhileSlowBodiesArrive(String path) throws IOException {
        List<Socket> slow = slow("POST " + path);

        assertThat(answer(open("GET /actuator/health", "", ""))).startsWith("HTTP/1.1 200");
        assertThat(answer(open("GET /companies", "", ""))).startsWith("HTTP/1.1 200");
        List<String> answers = new ArrayList<>();
        for (Socket socket : slow) {
            answers.add(answer(socket));
        }
        assertThat(answers.stream().filter(line -> line.startsWith("HTTP/1.1 503")))
                .hasSizeGreaterThan(CLIENTS / 2);
    }

    /** Each byte comes well within the time after which a silent connection is given up. */
    @Guarantee(
            of = BodyDeadline.class,
            says = "A body that arrives too slowly is answered with 408 and its connection closed.")
    @Guarantee(
            of = BodyDeadline.class,
            says =
                    "After the answer a body that nobody wants is read on for a second, so that its sender gets the answer,"
                            + " and then its connection closed.")
    @ParameterizedTest
    @ValueSource(
            strings = {"POST /sx/v1/claims", "POST /login", "POST /unread", "GET /companies", "GET /actuator/health"})
    void endsBodiesThatComeByteByByte(String request) throws IOException {
        List<Socket> slow = slow(request);
        var drops = Executors.newSingleThreadScheduledExecutor();
        try {
            Future<?> dropping = drops.scheduleWithFixedDelay(
                    () -> slow.forEach(SlowBodiesTest::drop), 0, 50, TimeUnit.MILLISECONDS);
            assertThat(answer(open("GET /actuator/health", "", ""))).startsWith("HTTP/1.1 200");
            for (Socket socket : slow) {
                assertThat(ending(socket)).as(request).isIn("408", "503", "200", "");
            }
            Socket afterwards = open("POST /sx/v1/claims", "Content-Length: 1\r\n", "a");
            assertThat(answer(afterwards)).startsWith("HTTP/1.1 200");
            assertThat(dropping).isNotDone();
        } finally {
            drops.shutdownNow();
        }
    }

    private static void drop(Socket socket) {
        try {
            socket.getOutputStream().write('a');
        } catch (IOException closed) {
            // What is expected: the server has given up
        }
    }

    /** The status, empty if the connection was reset, once the server has closed the connection. */
    private static String ending(Socket socket) throws IOException {
        try {
            String all = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            return all.split(" ", -1)[1];
        } catch (SocketException reset) {
            return "";
        }
    }

    @Test
    void takesABodyThatArrivesInTime() throws IOException {
        Socket socket = open("POST /sx/v1/claims", "Content-Length: 4\r\n", "abcd");

        assertThat(answer(socket)).startsWith("HTTP/1.1 200");
    }

    private List<Socket> slow(String request) throws IOException {
        List<Socket> slow = new ArrayList<>();
        for (int client = 0; client < CLIENTS; client++) {
            slow.add(open(request, "Content-Length: 1000\r\n", "a"));
        }
        return slow;
    }

    /** Sends everything at once, so that the server never waits for a busy machine. */
    private Socket open(String request, String headers, String body) throws IOException {
        Socket socket = new Socket("localhost", server.getPort());
        socket.setSoTimeout(60_000);
        sockets.add(socket);
        String message = request + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n" + body;
        socket.getOutputStream().write(message.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static String answer(Socket socket) throws IOException {
        try {
            String line = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
            return String.valueOf(line);
        } catch (SocketException reset) {
            return reset.toString();
        }
    }

    /** Reads the whole body of a POST, as the endpoints of instances do. */
    private static final class Reader extends HttpServlet {

        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) {
            response.setStatus(200);
        }

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
            if (request.getRequestURI().equals("/unread")) {
                return;
            }
            if (request.getRequestURI().equals("/login")) {
                request.getParameterMap();
            }
            request.getInputStream().readAllBytes();
        }
    }
}
