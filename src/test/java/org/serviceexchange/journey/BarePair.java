package org.serviceexchange.journey;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** Two bare engines, each with the model of one side and a database that is as durable as the application's. */
final class BarePair implements AutoCloseable {

    private final List<Engine> engines;

    private BarePair(List<Engine> engines) {
        this.engines = engines;
    }

    /** Starts both at once, each with settings of its own. */
    static BarePair start(Path folder, List<List<String>> settings) throws IOException {
        Path code = folder.resolve("code");
        copyOwnCode(code);
        List<Engine> engines = new ArrayList<>();
        engines.add(Engine.start("provider", folder, code, settings.get(0)));
        engines.add(Engine.start("consumer", folder, code, settings.get(1)));
        for (Engine engine : engines) {
            engine.awaitReady();
        }
        return new BarePair(engines);
    }

    /** Runs a number of onboardings, a few at a time, on both sides at once. */
    Spent run(int count, int parallel) throws IOException {
        for (Engine engine : engines) {
            engine.order(count, parallel);
        }
        Spent provider = engines.get(0).answer();
        Spent consumer = engines.get(1).answer();
        return new Spent(Math.max(provider.nanos(), consumer.nanos()), provider.cpuNanos() + consumer.cpuNanos());
    }

    @Override
    public void close() {
        engines.forEach(Engine::close);
    }

    /** Only the bare engine, so that nothing of the application or its tests configures it. */
    private static void copyOwnCode(Path code) throws IOException {
        Path classes = Path.of("target", "test-classes", "org", "serviceexchange", "journey");
        Path target = Files.createDirectories(code.resolve(Path.of("org", "serviceexchange", "journey")));
        try (var files = Files.newDirectoryStream(classes, "BareEngine*.class")) {
            for (Path file : files) {
                Files.copy(file, target.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    /** Wall-clock time and CPU time. */
    record Spent(long nanos, long cpuNanos) {}

    private static final class Engine {

        private final String side;
        private final Process process;
        private final BufferedReader answers;
        private final PrintStream orders;

        private Engine(String side, Process process) {
            this.side = side;
            this.process = process;
            answers = process.inputReader(UTF_8);
            orders = new PrintStream(process.getOutputStream(), true, UTF_8);
        }

        static Engine start(String side, Path parent, Path code, List<String> settings) throws IOException {
            Path folder = Files.createDirectories(parent.resolve(side));
            List<String> command = new ArrayList<>(List.of(Instance.JAVA, "-Xmx384m"));
            command.addAll(Instance.OPTIONS);
            command.addAll(List.of(
                    "-cp",
                    code + File.pathSeparator + QuickStart.libraries(),
                    BareEngine.class.getName(),
                    Path.of("processes").toAbsolutePath().toString(),
                    "--spring.datasource.url=jdbc:h2:file:" + folder.resolve("database")
                            + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE",
                    "--spring.flyway.enabled=false",
                    "--spring.main.banner-mode=off",
                    "--server.port=0",
                    "--camunda.bpm.auto-deployment-enabled=false",
                    "--camunda.bpm.database.schema-update=true"));
            command.addAll(settings);
            return new Engine(
                    side,
                    new ProcessBuilder(command)
                            .redirectError(folder.resolve("errors.txt").toFile())
                            .start());
        }

        void awaitReady() throws IOException {
            awaitLine("ready");
        }

        void order(int count, int parallel) {
            orders.println("run " + side + " " + count + " " + parallel);
        }

        Spent answer() throws IOException {
            String[] words = awaitLine("done").split(" ", -1);
            return new Spent(Long.parseLong(words[1]), Long.parseLong(words[2]));
        }

        void close() {
            process.destroy();
        }

        private String awaitLine(String word) throws IOException {
            StringBuilder log = new StringBuilder();
            for (String line = answers.readLine(); line != null; line = answers.readLine()) {
                if (line.startsWith(word)) {
                    return line;
                }
                log.append(line).append('\n');
            }
            throw new IllegalStateException("The bare engine of the " + side + " has ended:\n" + log);
        }
    }
}
