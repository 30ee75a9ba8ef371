package org.serviceexchange.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Where files stand and what they are called, so that a name is enough to find one. */
class TreeTest {

    private static final int FULLEST_FOLDER = 25;
    private static final Path MAIN = Path.of("src/main/java");
    private static final Path TESTS = Path.of("src/test/java");

    @Test
    void noFolderIsFull() throws IOException {
        Map<Path, Long> files = sources(MAIN).collect(Collectors.groupingBy(Path::getParent, Collectors.counting()));
        assertThat(files).hasSizeGreaterThan(50);
        assertThat(files)
                .as("Java files of a folder")
                .allSatisfy((folder, number) -> assertThat(number).isLessThanOrEqualTo(FULLEST_FOLDER));
    }

    @Test
    void everyPackageSaysWhatItHolds() throws IOException {
        Set<Path> folders = sources(MAIN).map(Path::getParent).collect(Collectors.toSet());
        assertThat(folders).allMatch(folder -> Files.exists(folder.resolve("package-info.java")));
    }

    @Test
    void aTestStandsInThePackageOfTheClassThatItTests() throws IOException {
        Map<String, Set<Path>> homes = homes(sources(MAIN));
        List<String> tests = sources(TESTS)
                .filter(test -> name(test).endsWith("Test"))
                .filter(test -> homes.containsKey(tested(test)))
                .filter(test -> !homes.get(tested(test)).contains(TESTS.relativize(test.getParent())))
                .map(Path::toString)
                .toList();
        assertThat(tests).as("tests in another package than their class").isEmpty();
        assertThat(sources(TESTS).filter(test -> homes.containsKey(tested(test))))
                .hasSizeGreaterThan(50);
    }

    @Test
    void noTwoClassesShareASimpleName() throws IOException {
        Set<String> shared = new TreeSet<>();
        homes(sources(MAIN)).forEach((name, packages) -> {
            if (packages.size() > 1 && !name.equals("package-info") && !name.endsWith("Delegate")) {
                shared.add(name);
            }
        });
        assertThat(shared).isEmpty();
    }

    private static Map<String, Set<Path>> homes(Stream<Path> files) {
        Map<String, Set<Path>> homes = new TreeMap<>();
        files.forEach(file ->
                homes.computeIfAbsent(name(file), name -> new TreeSet<>()).add(MAIN.relativize(file.getParent())));
        return homes;
    }

    private static String tested(Path test) {
        return name(test).replaceAll("Test$", "");
    }

    private static String name(Path file) {
        return file.getFileName().toString().replace(".java", "");
    }

    private static Stream<Path> sources(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        }
    }
}
