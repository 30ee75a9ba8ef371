package org.serviceexchange.connection.heartbeat;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.serviceexchange.BothDatabases;
import org.serviceexchange.ServiceExchangeApplication;
import org.serviceexchange.directory.Users;
import org.serviceexchange.journey.Await;
import org.serviceexchange.kmf.ModuleKeys;
import org.serviceexchange.platform.access.Role;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What heartbeats cost the processor and the database of a node, with 100,000 connections in the table and simulated consumers
 * over HTTP without TLS; prints the figures. Some thousand of the connections have keys and beat; what each of their
 * heartbeats costs is extrapolated to one in five minutes for all of them.
 */
class HeartbeatSpeedIT {

    private static final int ROWS = 100_000;
    private static final int BEATING = Integer.getInteger("service-exchange.benchmark.count", 2_000);
    private static final int ROUNDS = 5;

    /** Until the code that runs often is compiled. */
    private static final int WARM_UP = Integer.getInteger("service-exchange.benchmark.warm-up", 15);

    private static final double PER_SECOND = ROWS / 300.0;

    /** Cores for sending and answering one heartbeat in five minutes for each connection. */
    private static final double LIMIT = 0.5;

    private final SecureRandom random = new SecureRandom();
    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void onH2() throws Exception {
        measure("H2");
    }

    @Test
    void onPostgres() throws Exception {
        try (var connection = BothDatabases.postgres("heartbeat_speed").getConnection()) {
            measure(
                    "PostgreSQL",
                    "--spring.datasource.url=" + connection.getMetaData().getURL(),
                    "--spring.datasource.username=postgres",
                    "--spring.datasource.password=postgres");
        }
    }

    private void measure(String product, String... settings) throws Exception {
        Path home = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "beats-");
        int port = freePort();
        String[] all = Stream.concat(
                        Stream.of(
                                "--service-exchange.instance.home=" + home,
                                "--service-exchange.instance.mode=DEMO",
                                "--service-exchange.instance.name=beating",
                                // As fast as it can
                                "--service-exchange.heartbeat.per-second=10000",
                                "--server.port=" + port,
                                "--service-exchange.instance.base-url=http://localhost:" + port),
                        Stream.of(settings))
                .toArray(String[]::new);
        try (ConfigurableApplicationContext node =
                        new SpringApplicationBuilder(ServiceExchangeApplication.class).run(all);
                SimulatedPeers peers = new SimulatedPeers()) {
            setUp(node.getBean(Users.class));
            List<String> keyIds = fill(node, peers, product);
            Cost sending = send(node, peers);
            print(product, "sent", sending);
            Cost answering = answer(node, peers, keyIds, port);
            print(product, "answered", answering);
            double cores = (sending.microseconds() + answering.microseconds()) * PER_SECOND / 1e6;
            System.out.printf("%s: %.2f cores for %,d connections%n", product, cores, ROWS);
            assertThat(cores).as("cores").isLessThan(LIMIT);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** The cost of one heartbeat: processor time and statements. */
    private record Cost(double microseconds, double statements) {}

    private static void print(String product, String what, Cost cost) {
        System.out.printf(
                "%s: a heartbeat %s: %.0f microseconds, %.2f statements%n",
                product, what, cost.microseconds(), cost.statements());
    }

    private List<String> fill(ConfigurableApplicationContext node, SimulatedPeers peers, String product) {
        JdbcClient jdbc = node.getBean(JdbcClient.class);
        String insert = "insert into heartbeat (module, side, registration, key_id, address, next_at) select 'CCN'"
                + " || (2000000 + x), 'PROVIDER', 'REG' || (2000000 + x), 'idle' || x, 'https://c.example.com',"
                + " timestamp with time zone '2099-01-01 00:00:00+00' from ";
        String series = product.equals("H2") ? "system_range" : "generate_series";
        jdbc.sql(insert + series + "(1, " + (ROWS - BEATING) + ") as numbers(x)")
                .update();
        HeartbeatRows rows = node.getBean(HeartbeatRows.class);
        ModuleKeys keys = node.getBean(ModuleKeys.class);
        List<String> keyIds = new ArrayList<>();
        for (int i = 0; i < BEATING; i++) {
            String module = "CCN" + (1_000_001 + i);
            String keyId = "key" + i;
            FollowedConnection connection = new FollowedConnection(
                    module, ConnectionSide.PROVIDER, "REG" + (1_000_001 + i), keyId, peers.address());
            peers.add(
                    connection,
                    key(keys, module, ConnectionSide.PROVIDER, keyId),
                    key(keys, module, ConnectionSide.CONSUMER, keyId));
            rows.follow(connection, Instant.now());
            keyIds.add(keyId);
        }
        return keyIds;
    }

    /** Without an admin an instance answers nobody. */
    private static void setUp(Users users) {
        users.create("admin", "Ada", "Admin", "", users.hash("correct horse battery"), Set.of(Role.ADMIN));
    }

    private byte[] key(ModuleKeys keys, String module, ConnectionSide side, String keyId) {
        byte[] key = new byte[32];
        random.nextBytes(key);
        keys.add(module, side.sends(), "AES-256-GCM", keyId, key.clone());
        keys.activate(module, side.sends(), keyId);
        return key;
    }

    /** The median round after the warm-up. The schedule of the node may send some of them: the peers count. */
    private static Cost send(ConfigurableApplicationContext node, SimulatedPeers peers) {
        JdbcClient jdbc = node.getBean(JdbcClient.class);
        HeartbeatBatches batches = node.getBean(HeartbeatBatches.class);
        List<Cost> costs = new ArrayList<>();
        for (int round = 0; round < WARM_UP + ROUNDS; round++) {
            int before = peers.answered();
            Meter meter = new Meter(node, peers);
            jdbc.sql("update heartbeat set next_at = ? where key_id like 'key%'")
                    .param(Instant.EPOCH.atOffset(ZoneOffset.UTC))
                    .update();
            batches.sendDue();
            Await.until("all have beaten", () -> peers.answered() - before >= BEATING);
            costs.add(meter.since(peers.answered() - before));
        }
        return median(costs);
    }

    private Cost answer(ConfigurableApplicationContext node, SimulatedPeers peers, List<String> keyIds, int port)
            throws Exception {
        List<Cost> costs = new ArrayList<>();
        for (int round = 1; round <= WARM_UP + ROUNDS; round++) {
            List<byte[]> beats = new ArrayList<>();
            for (String keyId : keyIds) {
                beats.add(peers.beat(keyId, round));
            }
            Meter meter = new Meter(node, peers);
            for (byte[] beat : beats) {
                HttpRequest request = HttpRequest.newBuilder(SimulatedPeers.heartbeats(port))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofByteArray(beat))
                        .build();
                assertThat(http.send(request, BodyHandlers.ofByteArray()).statusCode())
                        .isEqualTo(200);
            }
            costs.add(meter.since(beats.size()));
        }
        return median(costs);
    }

    private static Cost median(List<Cost> costs) {
        return costs.stream()
                .skip(WARM_UP)
                .sorted(Comparator.comparingDouble(Cost::microseconds))
                .toList()
                .get(ROUNDS / 2);
    }

    /** Processor time of this JVM without the peers' threads and the callers', and statements. */
    private static final class Meter {

        private final MeterRegistry meters;
        private final SimulatedPeers peers;
        private final long time;
        private final double statements;

        Meter(ConfigurableApplicationContext node, SimulatedPeers peers) {
            this.meters = node.getBean(MeterRegistry.class);
            this.peers = peers;
            this.time = time();
            this.statements = statements();
        }

        Cost since(int heartbeats) {
            return new Cost((time() - time) / 1e3 / heartbeats, (statements() - statements) / heartbeats);
        }

        private long time() {
            var machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
            return machine.getProcessCpuTime() - peers.processorTime() - callers();
        }

        /** The threads that call the node, as its peers would. */
        private static long callers() {
            var times = ManagementFactory.getThreadMXBean();
            return Stream.of(times.getThreadInfo(times.getAllThreadIds()))
                    .filter(thread -> thread != null
                            && (thread.getThreadName().startsWith("HttpClient-")
                                    || thread.getThreadId()
                                            == Thread.currentThread().getId()))
                    .mapToLong(thread -> Math.max(0, times.getThreadCpuTime(thread.getThreadId())))
                    .sum();
        }

        private double statements() {
            return meters.counter("service-exchange.sql.statements").count();
        }
    }
}
