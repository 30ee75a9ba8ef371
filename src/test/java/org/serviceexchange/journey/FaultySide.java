package org.serviceexchange.journey;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.serviceexchange.journey.driver.DatabaseTrouble;
import org.serviceexchange.journey.driver.FaultyDriver;

/**
 * One side of a pair, whose database is reached through a driver that lists transactions and can hold or fail them, and whose wire
 * can hold messages.
 */
final class FaultySide {

    private final String name;
    private final Path folder;
    private final Set<HoldPoint> heldMessages = ConcurrentHashMap.newKeySet();
    private CountDownLatch killed = new CountDownLatch(1);
    private Instance instance;

    FaultySide(String name, Path parent) throws IOException {
        this.name = name;
        this.folder = Files.createDirectories(parent.resolve("faults-of-" + name));
        packDriver();
    }

    private void packDriver() throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Premain-Class", FaultyDriver.class.getName());
        Path classes = Path.of("target", "test-classes");
        Path driver = classes.resolve(FaultyDriver.class.getPackageName().replace('.', '/'));
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar()), manifest);
                Stream<Path> files = Files.list(driver)) {
            for (Path file : files.toList()) {
                out.putNextEntry(new ZipEntry(classes.relativize(file).toString()));
                Files.copy(file, out);
            }
        }
    }

    private Path jar() {
        return folder.resolve("driver.jar");
    }

    /** Settings with which the instance has this driver, and more connections than threads that are held. */
    String[] settings() {
        return new String[] {
            "-javaagent:" + jar(),
            "-Dservice-exchange.faults=" + folder,
            "--spring.datasource.driver-class-name=" + FaultyDriver.class.getName(),
            "--spring.datasource.hikari.maximum-pool-size=60"
        };
    }

    void is(Instance started) {
        instance = started;
    }

    Instance instance() {
        return instance;
    }

    /** The kinds of transactions that the instance has made so far. */
    List<String> transactions() throws IOException {
        return lines("transactions.txt");
    }

    /** The next one who comes to each of these points is held there. */
    void hold(List<HoldPoint> points) throws IOException {
        List<String> transactions = new ArrayList<>();
        killed = new CountDownLatch(1);
        for (HoldPoint point : points) {
            if (point.message()) {
                Runnable holding = holding(point, killed);
                if (point.moment().equals("after")) {
                    instance.wire().loseAnswerOf(point.what(), holding);
                } else {
                    instance.wire().loseRequestOf(point.what(), holding);
                }
            } else {
                transactions.add(point.moment() + " " + point.what());
            }
        }
        write("hold.txt", String.join("\n", transactions));
    }

    private Runnable holding(HoldPoint point, CountDownLatch until) {
        return () -> {
            heldMessages.add(point);
            try {
                until.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
    }

    /** Whether somebody has come to this point. */
    boolean holds(HoldPoint point) throws IOException {
        return point.message()
                ? heldMessages.contains(point)
                : lines("held.txt").contains(point.moment() + " " + point.what());
    }

    /** Lets those at the wire go, and nobody is held any more. */
    void release() throws IOException {
        Files.deleteIfExists(folder.resolve("hold.txt"));
        instance.wire().loseNothing();
        killed.countDown();
    }

    void trouble(DatabaseTrouble trouble) throws IOException {
        write("trouble.txt", trouble.name());
    }

    private List<String> lines(String file) throws IOException {
        Path path = folder.resolve(file);
        return Files.exists(path) ? Files.readAllLines(path) : List.of();
    }

    /** At once, so that the instance never reads a part. */
    private void write(String file, String text) throws IOException {
        Path draft = Files.write(folder.resolve(file + ".draft"), text.getBytes(UTF_8));
        Files.move(draft, folder.resolve(file), StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public String toString() {
        return name;
    }
}
