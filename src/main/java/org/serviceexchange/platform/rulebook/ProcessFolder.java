package org.serviceexchange.platform.rulebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files that are deployed together: models of processes and decisions, and their forms.
 *
 * @param files contents by name, relative to the folder and with slashes, such as {@code forms/restore-contact.html}
 */
public record ProcessFolder(SortedMap<String, byte[]> files) {

    private static final Pattern PROCESS = Pattern.compile(".*\\.(bpmn|bpmn20\\.xml)");
    private static final Pattern DECISION = Pattern.compile(".*\\.(dmn|dmn11\\.xml)");

    /** A folder of the file system, without hidden files and documents for people. */
    public static ProcessFolder of(Path folder) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        Path root = folder.toRealPath(); // a link to a folder is walked, too
        List<Path> found;
        try (Stream<Path> all = Files.walk(root)) {
            found = all.filter(Files::isRegularFile).toList();
        } catch (UncheckedIOException unreadable) {
            // So the stream reports a folder inside that cannot be read
            throw unreadable.getCause();
        }
        for (Path file : found) {
            String name = root.relativize(file).toString().replace('\\', '/');
            if (!name.matches("(.*/)?\\..*|.*\\.md|stories(\\.[a-z]+)?\\.txt") && !name.contains("/.")) {
                files.put(name, Files.readAllBytes(file));
            }
        }
        return new ProcessFolder(files);
    }

    public static ProcessFolder of(Map<String, byte[]> files) {
        return new ProcessFolder(new TreeMap<>(files));
    }

    /** Whether the engine reads a file of this name as processes. */
    static boolean isProcess(String name) {
        return PROCESS.matcher(name).matches();
    }

    /** Whether the engine reads a file of this name as decisions. */
    static boolean isDecision(String name) {
        return DECISION.matcher(name).matches();
    }
}
