package org.serviceexchange.demo;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.serviceexchange.ServiceExchangeApplication;

/**
 * One instance of the demonstration in its own JVM, because two in one JVM would share the static state of the webapps.
 */
final class DemoInstance {

    private static final int PATIENCE_MILLIS = 2000;

    private final DemoSide side;
    private final Path log;
    private final Process process;

    private DemoInstance(DemoSide side, Path log, Process process) {
        this.side = side;
        this.log = log;
        this.process = process;
    }

    static DemoInstance start(DemoSide side, Path folder, List<String> arguments) throws IOException {
        Path home = Files.createDirectories(folder.resolve(side.id()));
        Path log = home.resolve("log.txt");
        Process process = new ProcessBuilder(command(side, home, arguments))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        process.getOutputStream().close();
        return new DemoInstance(side, log, process);
    }

    DemoSide side() {
        return side;
    }

    Path log() {
        return log;
    }

    boolean alive() {
        return process.isAlive();
    }

    boolean healthy() {
        try {
            URI health = URI.create(side.address() + "/actuator/health");
            var connection = (HttpURLConnection) health.toURL().openConnection();
            connection.setConnectTimeout(PATIENCE_MILLIS);
            connection.setReadTimeout(PATIENCE_MILLIS);
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException e) {
            return false;
        }
    }

    /** Asks the instance to stop, and kills it if it does not. */
    void stop() {
        process.destroy();
        try {
            if (!process.waitFor(15, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static List<String> command(DemoSide side, Path home, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx384m",
                "-XX:TieredStopAtLevel=1", // faster start; throughput does not matter here
                "-cp",
                System.getProperty("java.class.path"),
                ServiceExchangeApplication.class.getName(),
                "--spring.profiles.active=demo",
                "--server.port=" + side.port(),
                "--service-exchange.demo.side=" + side,
                "--service-exchange.instance.mode=DEMO",
                "--service-exchange.instance.name=demo-" + side.id(),
                "--service-exchange.instance.base-url=" + side.address(),
                "--service-exchange.instance.home=" + home.toAbsolutePath()));
        command.addAll(arguments);
        return command;
    }
}
