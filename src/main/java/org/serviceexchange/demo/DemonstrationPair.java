package org.serviceexchange.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Starts a provider and a consumer as two processes with demo data, and stops both together. */
public final class DemonstrationPair {

    private static final Path FOLDER = Path.of(System.getProperty("service-exchange.demo.folder", "demo-data"));
    private static final PrintStream TERMINAL = System.out;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int LINES_OF_A_FAILURE = 25;

    private final List<DemoInstance> instances = new ArrayList<>();

    private DemonstrationPair() {}

    /** Passes its arguments to both instances, for example {@code --spring.mail.host=localhost}. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        System.exit(new DemonstrationPair().run(List.of(arguments)));
    }

    private int run(List<String> arguments) throws IOException, InterruptedException {
        for (DemoSide side : DemoSide.values()) {
            if (!free(side.port())) {
                TERMINAL.printf(
                        "Port %d is in use. Stop what uses it, or choose another port:%n  ./mvnw spring-boot:run"
                                + " -Dspring-boot.run.jvmArguments=-Dservice-exchange.demo.%s-port=9080%n",
                        side.port(), side.id());
                return 1;
            }
        }
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop-demonstration"));
        for (DemoSide side : DemoSide.values()) {
            instances.add(DemoInstance.start(side, FOLDER, arguments));
        }
        if (awaitHealth()) {
            TERMINAL.println(Welcome.text());
            awaitEnd();
        }
        return reportTheDead();
    }

    private boolean awaitHealth() throws InterruptedException {
        TERMINAL.println("Starting two instances; this takes about half a minute. Data and logs: " + FOLDER);
        long start = System.nanoTime();
        Set<DemoSide> ready = new java.util.HashSet<>();
        while (allAlive() && secondsSince(start) < PATIENCE.toSeconds()) {
            for (DemoInstance instance : instances) {
                if (!ready.contains(instance.side()) && instance.healthy()) {
                    ready.add(instance.side());
                    TERMINAL.printf("%n%s is ready after %d s ", instance.side().id(), secondsSince(start));
                }
            }
            if (ready.size() == instances.size()) {
                TERMINAL.println();
                return true;
            }
            TERMINAL.print(".");
            TERMINAL.flush();
            TimeUnit.SECONDS.sleep(1);
        }
        return false;
    }

    private void awaitEnd() throws InterruptedException {
        while (allAlive()) {
            TimeUnit.SECONDS.sleep(1);
        }
    }

    private int reportTheDead() throws IOException {
        for (DemoInstance instance : instances) {
            if (!instance.alive()) {
                List<String> lines = Files.readAllLines(instance.log());
                TERMINAL.printf(
                        "%nThe %s has stopped. The end of %s:%n",
                        instance.side().id(), instance.log());
                lines.subList(Math.max(0, lines.size() - LINES_OF_A_FAILURE), lines.size())
                        .forEach(TERMINAL::println);
            }
        }
        return 1;
    }

    private void stop() {
        TERMINAL.println("\nStopping both instances.");
        instances.parallelStream().forEach(DemoInstance::stop);
    }

    private boolean allAlive() {
        return instances.stream().allMatch(DemoInstance::alive);
    }

    private static long secondsSince(long start) {
        return Duration.ofNanos(System.nanoTime() - start).toSeconds();
    }

    private static boolean free(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
