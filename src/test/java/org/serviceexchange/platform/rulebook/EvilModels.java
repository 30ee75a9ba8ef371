package org.serviceexchange.platform.rulebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Changed models of this application: evil and mistaken ones with what finds each, and harmless ones. They are lines of the
 * test resources {@code evil/mistakes.txt} and {@code evil/harmless.txt}, which say how.
 */
public final class EvilModels {

    /** The verdict on models that no rule finds; the model checker has to. */
    public static final String CHECKER = "checker";

    /** The verdict on models of which nothing says whether they are meant so. */
    public static final String NOBODY = "nobody";

    private static final Path SHIPPED = Path.of("processes");
    private static final Path RESOURCES = Path.of("src/test/resources/evil");
    private static final Map<String, String> FILES =
            Map.of("R", "consumer-registration.bpmn", "C", "provider-connection.bpmn", "L", "connection-life.bpmn");

    /** By the files that list them. */
    private static final Map<String, List<EvilModel>> READ = new ConcurrentHashMap<>();

    private EvilModels() {}

    /** A changed folder, which is made when it is asked for: that takes most of the time of the tests that want one. */
    public static final class EvilModel {

        private final String verdict;
        private final String name;
        private final Supplier<ProcessFolder> change;
        private @Nullable ProcessFolder folder;

        EvilModel(String verdict, String name, Supplier<ProcessFolder> change) {
            this.verdict = verdict;
            this.name = name;
            this.change = change;
        }

        /** The code of the rule that refuses it, {@link #CHECKER} or {@link #NOBODY}. */
        public String verdict() {
            return verdict;
        }

        public String name() {
            return name;
        }

        /** Files that the caller may add to and take from. */
        public synchronized ProcessFolder folder() {
            if (folder == null) {
                folder = change.get();
            }
            return ProcessFolder.of(folder.files());
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** All evil and mistaken ones. */
    public static List<EvilModel> all() {
        return read("mistakes.txt");
    }

    /** Those with a verdict. */
    public static List<EvilModel> all(String verdict) {
        return all().stream().filter(one -> one.verdict().equals(verdict)).toList();
    }

    /** Changes that an analyst may make. */
    public static List<EvilModel> harmless() {
        return read("harmless.txt");
    }

    private static List<EvilModel> read(String file) {
        return READ.computeIfAbsent(file, EvilModels::readNow);
    }

    private static List<EvilModel> readNow(String file) {
        try {
            byte[] text = Files.readAllBytes(RESOURCES.resolve(file));
            return new String(text, StandardCharsets.UTF_8)
                    .replace("\\\n", "")
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(EvilModels::model)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EvilModel model(String line) {
        String[] fields = line.split(" \\| ", 4);
        List<String> changes = Arrays.asList(fields[3].split(" ;; "));
        return new EvilModel(fields[0].strip(), fields[1].strip(), () -> changed(fields[2].strip(), changes));
    }

    /** A change that begins with + adds a file, - removes one, and @ goes on with another file of the folder. */
    private static ProcessFolder changed(String first, List<String> changes) {
        try {
            Map<String, byte[]> files = new TreeMap<>(ProcessFolder.of(SHIPPED).files());
            String file = FILES.getOrDefault(first, first);
            for (String change : changes) {
                String name = change.strip().split(" ", 2)[0].substring(1);
                if (change.startsWith("+")) {
                    files.put(name, bytes(change.strip().split(" ", 2)[1]));
                } else if (change.startsWith("-")) {
                    files.remove(name);
                } else if (change.startsWith("@")) {
                    file = FILES.getOrDefault(name, name);
                } else {
                    files.put(file, ModelChange.apply(files.get(file), List.of(change)));
                }
            }
            return ProcessFolder.of(files);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A whole file, or one that stands beside the lists. */
    private static byte[] bytes(String content) throws IOException {
        return content.startsWith("<") || content.startsWith("{")
                ? content.getBytes(StandardCharsets.UTF_8)
                : Files.readAllBytes(RESOURCES.resolve(content));
    }
}
