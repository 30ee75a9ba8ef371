package org.serviceexchange.journey;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One instance, started from the packaged jar as an operator would, with all its files in a folder of its own. */
public final class Instance implements AutoCloseable {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

    static final String JAR = System.getProperty("service-exchange.jar", "");
    static final String JAVA = ProcessHandle.current().info().command().orElse("java");

    /** Options of the JVM; the default starts faster and works slower, and trusts the byte code that was just compiled. */
    static final List<String> OPTIONS =
            List.of(System.getProperty("service-exchange.jvm", """
                    -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:+UnlockDiagnosticVMOptions -XX:-BytecodeVerificationRemote""").split(" ", -1));

    private final String side;
    private final Path folder;
    private final int port;
    private final Wire wire;
    private final boolean demo;
    private boolean quick;
    private @Nullable Path former;
    private String host = "localhost";
    private List<String> settings;
    private Process process;

    private Instance(String side, boolean demo, @Nullable Path former, Path folder, List<String> settings, Wire wire)
            throws IOException {
        this.side = side;
        this.former = former;
        this.demo = demo;
        this.quick = demo;
        this.folder = Files.createDirectories(folder.resolve(side));
        this.port = Wire.freePort();
        this.wire = wire;
        this.settings = settings;
        wire.leadsTo(port);
    }

    /** Starts an instance with demo users; people and the other instance reach it through its wire. */
    public static Instance start(String side, Path folder, String... settings) throws IOException {
        return start(side, true, null, folder, settings);
    }

    /** Starts an instance with demo users from the jar of an earlier version, or from the packaged one if there is none. */
    static Instance startFrom(@Nullable Path jar, String side, Path folder, String... settings) throws IOException {
        return start(side, true, jar, folder, settings);
    }

    /** Starts an instance as after installation: no user exists. */
    public static Instance startEmpty(String name, Path folder, String... settings) throws IOException {
        return start(name, false, null, folder, settings);
    }

    private static Instance start(String side, boolean demo, @Nullable Path jar, Path folder, String... settings)
            throws IOException {
        Wire wire = new Wire(Integer.getInteger("service-exchange.port." + side, 0));
        Instance instance = new Instance(side, demo, jar, folder, List.of(settings), wire);
        instance.launch();
        return instance;
    }

    /** Starts another node of this instance; from then on the wire changes the node at every request. */
    Instance anotherNode(Path itsFolder) throws IOException {
        Instance node = new Instance(side, demo, former, itsFolder, settings, wire);
        node.launch();
        return node;
    }

    public URI address() {
        return URI.create("http://" + host + ":" + wire.port());
    }

    public URI at(String path) {
        return address().resolve(path);
    }

    Wire wire() {
        return wire;
    }

    public Path home() {
        return folder;
    }

    String log() throws IOException {
        return Files.readString(folder.resolve("log.txt"));
    }

    /** Kills the instance without a shutdown, as a power cut would. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        if (!process.waitFor(Await.PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("The " + side + " does not die.");
        }
    }

    /** Ends the instance without waiting for it, when the JVM of the tests ends. */
    public void abandon() {
        process.destroyForcibly();
    }

    /** Stops the instance and starts it with other settings, on the same data. */
    public void restart(String... newSettings) throws IOException {
        stop();
        quick = true;
        settings = List.of(newSettings);
        launch();
        awaitHealthy();
    }

    /** Stops this node and starts it from the packaged jar. */
    void upgrade() throws IOException {
        stop();
        former = null;
        launch();
        awaitHealthy();
    }

    /** From now on the wire does not lead to this node. */
    void leaveProxy() {
        wire.leaves(port);
    }

    /** The wire leads to this node again. */
    void joinProxy() {
        wire.leadsTo(port);
    }

    /** Stops the instance and starts it at another address of this machine, on the same data. */
    void moveTo(String otherHost) throws IOException {
        host = otherHost;
        restart();
    }

    /**
     * Lets no file of the running instance grow beyond so many bytes, as a full disk would; or {@code unlimited} again. Only the limit
     * that any user may raise again is set, and the other one is left as it is.
     */
    void filesEndAt(String bytes) throws IOException, InterruptedException {
        int failed = new ProcessBuilder("prlimit", "--pid", String.valueOf(pid()), "--fsize=" + bytes + ":")
                .inheritIO()
                .start()
                .waitFor();
        if (failed != 0) {
            throw new IllegalStateException("The size of files cannot be limited.");
        }
    }

    boolean alive() {
        return process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    /** CPU time that the process has used. */
    long cpuNanos() {
        return process.toHandle().info().totalCpuDuration().orElseThrow().toNanos();
    }

    void launch() throws IOException {
        process = new ProcessBuilder(command())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("log.txt").toFile()))
                .start();
    }

    public void awaitHealthy() {
        Await.until(side + " is healthy", Await.PATIENCE.multipliedBy(3), this::healthy);
    }

    @Override
    public void close() throws IOException {
        stop();
        wire.close();
    }

    static void closeAll(List<Instance> started) throws IOException {
        for (Instance one : started) {
            one.close();
        }
    }

    void stop() {
        process.destroy();
        try {
            if (!process.waitFor(Await.PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private boolean healthy() throws IOException, InterruptedException {
        if (!process.isAlive()) {
            throw new IllegalStateException("The " + side + " has stopped:\n" + log());
        }
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/actuator/health"))
                .timeout(Duration.ofSeconds(30))
                .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    }

    /** The first start of an instance without demo users is from the one file, as on a first day; others from what starts faster. */
    private List<String> command() throws IOException {
        List<String> command = new ArrayList<>(List.of(JAVA, "-Xmx384m"));
        command.addAll(OPTIONS);
        settings.stream().filter(Instance::isForTheJvm).forEach(command::add);
        if (former != null) {
            command.addAll(List.of("-jar", former.toString()));
        } else {
            command.addAll(quick ? QuickStart.arguments() : List.of("-jar", JAR));
        }
        command.addAll(List.of(
                "--server.port=" + port,
                "--service-exchange.instance.mode=DEMO",
                "--service-exchange.instance.name=" + side,
                "--service-exchange.instance.base-url=" + address(),
                "--service-exchange.instance.home=" + folder));
        if (demo) {
            command.add("--spring.profiles.active=demo");
            command.add("--service-exchange.demo.side=" + side.toUpperCase(Locale.ROOT));
        }
        settings.stream().filter(setting -> !isForTheJvm(setting)).forEach(command::add);
        return command;
    }

    private static boolean isForTheJvm(String setting) {
        return setting.startsWith("-") && !setting.startsWith("--");
    }
}
