package org.serviceexchange.journey;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.serviceexchange.ServiceExchangeApplication;
import org.springframework.util.FileSystemUtils;

/**
 * The packaged jar made ready to start fast, as docs/operations.md says: extracted, with an archive of the classes that a start
 * loads. Beside it lies what makes keys and passwords cheap in all tests, because deriving keys is most of the work of a first
 * start. Made once for a jar, by whichever JVM of the tests comes first.
 */
final class QuickStart {

    private static final Path FOLDER = Path.of("target", "quick-start").toAbsolutePath();
    private static final Path APPLICATION = FOLDER.resolve("application");
    private static final Path ARCHIVE = FOLDER.resolve("classes.jsa");
    private static final Path CHEAP = FOLDER.resolve("cheap.jar");
    private static final Path MADE_FROM = FOLDER.resolve("made-from.txt");

    private static final Path LOG = FOLDER.resolve("log.txt");

    /** What most journeys open. */
    private static final List<String> PAGES =
            List.of("/", "/companies", "/contacts/new", "/registrations/new", "/kmf/health");

    private static final String MAIN = ServiceExchangeApplication.class.getName();

    /** Components of the tests that replace the product's and differ from them in the cost only. */
    private static final List<String> COMPONENTS = List.of(
            "org/serviceexchange/kmf/rootkey/QuickKeyStore.class",
            "org/serviceexchange/webapps/engine/web/QuickPasswords.class");

    private QuickStart() {}

    /** Arguments of {@code java} that start the application. */
    static synchronized List<String> arguments() throws IOException {
        Files.createDirectories(FOLDER);
        try (FileChannel file =
                        FileChannel.open(FOLDER.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var oneJvmAtATime = file.lock()) {
            if (oneJvmAtATime.isValid() && !isMade()) {
                make();
            }
        }
        return List.of("-XX:SharedArchiveFile=" + ARCHIVE, "-cp", classPath(), MAIN);
    }

    private static boolean isMade() throws IOException {
        return Files.exists(MADE_FROM) && Files.readString(MADE_FROM).equals(thisJar());
    }

    private static void make() throws IOException {
        Files.deleteIfExists(MADE_FROM);
        Files.deleteIfExists(ARCHIVE);
        FileSystemUtils.deleteRecursively(APPLICATION);
        run("-Djarmode=tools", "-jar", jar().toString(), "extract", "--destination", APPLICATION.toString());
        packCheapComponents();
        Path home = Files.createDirectories(FOLDER.resolve("home"));
        train(home, URI.create("http://localhost:" + Wire.freePort()));
        FileSystemUtils.deleteRecursively(home);
        Files.writeString(MADE_FROM, thisJar());
    }

    /** Starts an instance and opens its pages, so that the archive has the classes of the pages, too. */
    private static void train(Path home, URI address) throws IOException {
        Process process = start(
                "-XX:ArchiveClassesAtExit=" + ARCHIVE,
                "-cp",
                classPath(),
                MAIN,
                "--server.port=" + address.getPort(),
                "--spring.profiles.active=demo",
                "--service-exchange.demo.side=PROVIDER",
                "--service-exchange.instance.mode=DEMO",
                "--service-exchange.instance.base-url=" + address,
                "--service-exchange.instance.home=" + home);
        try {
            Browser browser = new Browser();
            Await.until("there is an instance to learn from", () -> {
                if (!process.isAlive()) {
                    throw new IllegalStateException("No start:\n" + Files.readString(LOG));
                }
                return browser.open(address.resolve("/login")).status() == 200;
            });
            browser.logIn(address.resolve("/login"), "provider.admin", "demo-provider-1");
            for (String page : PAGES) {
                if (browser.open(address.resolve(page)).status() != 200) {
                    throw new IllegalStateException(page + " cannot be opened:\n" + Files.readString(LOG));
                }
            }
            process.destroy();
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            process.destroyForcibly();
        }
    }

    /** With an entry for each folder, without which the search for components does not find the classes in it. */
    private static void packCheapComponents() throws IOException {
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(CHEAP))) {
            Set<String> folders = new HashSet<>();
            for (String component : COMPONENTS) {
                for (int end = component.indexOf('/'); end >= 0; end = component.indexOf('/', end + 1)) {
                    String folder = component.substring(0, end + 1);
                    if (folders.add(folder)) {
                        jar.putNextEntry(new ZipEntry(folder));
                    }
                }
                jar.putNextEntry(new ZipEntry(component));
                try (InputStream file = QuickStart.class.getResourceAsStream("/" + component)) {
                    file.transferTo(jar);
                }
            }
        }
    }

    private static void run(String... arguments) throws IOException {
        Process process = start(arguments);
        try {
            if (process.waitFor() != 0) {
                throw new IllegalStateException(List.of(arguments) + " failed:\n" + Files.readString(LOG));
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Process start(String... arguments) throws IOException {
        List<String> command =
                new ArrayList<>(List.of(Instance.JAVA, "-Xmx384m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .directory(FOLDER.toFile())
                .redirectErrorStream(true)
                .redirectOutput(LOG.toFile())
                .start();
    }

    /**
     * Every jar by its name. Started as {@code -jar}, the application would not find the files of the webapps' plugins: Tomcat serves
     * those of the jars that are on the class path itself.
     */
    private static String classPath() {
        return APPLICATION.resolve(jar().getFileName()) + File.pathSeparator + APPLICATION.resolve("lib")
                + File.separator + "*" + File.pathSeparator + CHEAP;
    }

    /** The libraries alone, for a start without the application. */
    static String libraries() throws IOException {
        arguments();
        return APPLICATION.resolve("lib") + File.separator + "*";
    }

    private static String thisJar() {
        try {
            return jar() + " " + Files.size(jar()) + " " + Files.getLastModifiedTime(jar());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path jar() {
        return Path.of(Instance.JAR);
    }
}
