package org.serviceexchange.connection.heartbeat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.serviceexchange.connection.lineage.BeatVerdict;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.serviceexchange.protocol.wire.MessageType;
import org.serviceexchange.protocol.wire.ProtocolPaths;
import org.serviceexchange.protocol.wire.Wire;

/** The consumers of many connections, in this JVM, with threads of their own: they answer heartbeats, and write theirs. */
final class SimulatedPeers implements AutoCloseable {

    private static final int THREADS = 16;
    private static final String INCARNATION = "AAAAAAAAAAAAAAAAAAAAAA";

    private final Map<String, BeatMessages> messages = new ConcurrentHashMap<>();
    private final AtomicInteger answered = new AtomicInteger();
    private final List<Thread> threads = Collections.synchronizedList(new ArrayList<>());
    private final ExecutorService workers = Executors.newFixedThreadPool(THREADS, this::worker);
    private final HttpServer server;

    SimulatedPeers() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(ProtocolPaths.HEARTBEATS, this::answer);
        server.setExecutor(workers);
        server.start();
    }

    private Thread worker(Runnable work) {
        Thread thread = new Thread(work, "simulated-peer");
        thread.setDaemon(true);
        threads.add(thread);
        return thread;
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** Adds the other side of a connection of a provider, with the key of each direction. */
    void add(FollowedConnection connection, byte[] sent, byte[] received) {
        FollowedConnection theirs = new FollowedConnection(
                connection.module(),
                ConnectionSide.CONSUMER,
                connection.registration(),
                connection.keyId(),
                "http://localhost");
        TestMessageSeals seals = new TestMessageSeals()
                .with(connection.module(), ConnectionSide.PROVIDER.sends(), sent)
                .with(connection.module(), ConnectionSide.CONSUMER.sends(), received);
        messages.put(connection.keyId(), new BeatMessages(theirs, seals));
    }

    int answered() {
        return answered.get();
    }

    /** A heartbeat of the other side of a connection. */
    byte[] beat(String keyId, long counter) {
        return messages.get(keyId)
                .write(
                        MessageType.HEARTBEAT,
                        BeatMessages.NOTHING,
                        new BeatContent(1, INCARNATION, counter, 1, now(), List.of(1, 2), List.of(keyId)));
    }

    private void answer(HttpExchange call) throws IOException {
        byte[] request = call.getRequestBody().readAllBytes();
        SealedBeat message = Wire.read(request, SealedBeat.class);
        BeatMessages known = messages.get(message.keyId());
        BeatContent content = known.open(MessageType.HEARTBEAT, message, BeatMessages.NOTHING, BeatContent.class);
        byte[] answer = known.write(
                MessageType.HEARTBEAT_ANSWER,
                request,
                new BeatAnswer(
                        BeatVerdict.ACCEPTED,
                        content.incarnation(),
                        content.incarnationId(),
                        content.counter(),
                        now()));
        call.getResponseHeaders().set("Content-Type", "application/json");
        call.sendResponseHeaders(200, answer.length);
        try (OutputStream body = call.getResponseBody()) {
            body.write(answer);
        }
        answered.incrementAndGet();
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    /** Processor time of the peers' own threads so far, in nanoseconds. */
    long processorTime() {
        ThreadMXBean times = ManagementFactory.getThreadMXBean();
        return threads.stream()
                .mapToLong(thread -> Math.max(0, times.getThreadCpuTime(thread.getId())))
                .sum();
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }

    static URI heartbeats(int port) {
        return URI.create("http://localhost:" + port + ProtocolPaths.HEARTBEATS);
    }
}
