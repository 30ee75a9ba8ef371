package org.serviceexchange.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.serviceexchange.platform.problem.ProblemCode;

/** No text, style or problem without use. */
class UnusedTextsTest {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Path STYLES = RESOURCES.resolve("static/style.css");

    /** Styles for what the viewer of diagrams draws. */
    private static final String OF_THE_VIEWER = "djs-";

    /** A key that code or a page completes, such as "kmf.state." or "#{center.turn.${…}}". */
    private static final Pattern BEGINNINGS = Pattern.compile("[\"'`{]([a-z][A-Za-z]*(?:\\.[A-Za-z]+)*\\.)(?=[\"'`$])");

    /** How the rest of a key can be written where it is completed; "company" + "Missing" is two words. */
    private static final Pattern WORDS = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*");

    /** A whole key, as code and pages name it. */
    private static final Pattern NAMES = Pattern.compile("[\"'`{]([a-z][\\w-]*(?:\\.[\\w-]+)+)(?![\\w.])");

    private static final Set<String> ADDED_BY_PAGES =
            Set.of(".description", ".question", ".consequence", ".step", ".now", ".next");

    private static final String CODE = textOf(Path.of("src/main/java"));
    private static final String USED = CODE
            + textOf(RESOURCES.resolve("templates"))
            + textOf(RESOURCES.resolve("static/js"))
            + textOf(RESOURCES.resolve("webapps"))
            + textOf(Path.of("processes"));
    private static final Set<String> NAMED = all(NAMES, USED, 1);

    @Test
    void everyMessageIsNamedOrCompleted() throws IOException {
        Set<String> beginnings = all(BEGINNINGS, USED, 1);
        Set<String> words = all(WORDS, USED, 0);
        Set<String> unused = keys().stream()
                .filter(key -> !isNamed(key))
                .filter(key -> beginnings.stream()
                        .filter(key::startsWith)
                        .noneMatch(beginning -> words.containsAll(
                                Arrays.asList(key.substring(beginning.length()).split("\\.|(?=Missing$)")))))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(unused).isEmpty();
    }

    @Test
    void everyProblemCanBeMet() {
        String elsewhere = CODE.replace(
                textOf(Path.of("src/main/java/org/serviceexchange/platform/problem/ProblemCode.java")), "");
        assertThat(ProblemCode.values())
                .allMatch(problem -> Pattern.compile("\\b" + problem.name() + "\\b")
                        .matcher(elsewhere)
                        .find());
    }

    @Test
    void everyStyleIsUsed() throws IOException {
        String selectors = Files.readString(STYLES).replaceAll("(?s)/\\*.*?\\*/|\\{[^{}]*}", " ");
        Set<String> classes = all(Pattern.compile("[.#]([a-zA-Z][\\w-]*)"), selectors, 1);
        assertThat(classes).hasSizeGreaterThan(50);
        Set<String> words = all(WORDS, USED, 0);
        assertThat(classes).filteredOn(name -> !name.startsWith(OF_THE_VIEWER)).allMatch(words::contains);
    }

    private boolean isNamed(String key) {
        return NAMED.contains(key)
                || ADDED_BY_PAGES.stream()
                        .anyMatch(end ->
                                key.endsWith(end) && NAMED.contains(key.substring(0, key.length() - end.length())));
    }

    private static Set<String> keys() throws IOException {
        Set<String> keys = new TreeSet<>();
        try (Stream<Path> files = Files.list(RESOURCES.resolve("messages"))) {
            for (Path file : files.toList()) {
                Properties texts = new Properties();
                try (Reader reader = Files.newBufferedReader(file)) {
                    texts.load(reader);
                }
                keys.addAll(texts.stringPropertyNames());
            }
        }
        assertThat(keys).hasSizeGreaterThan(300);
        return keys;
    }

    private static Set<String> all(Pattern pattern, String text, int group) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult match) -> match.group(group))
                .collect(Collectors.toSet());
    }

    private static String textOf(Path place) {
        try (Stream<Path> files = Files.walk(place)) {
            StringBuilder text = new StringBuilder();
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                text.append(Files.readString(file)).append('\n');
            }
            return text.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
