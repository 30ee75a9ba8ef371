package org.serviceexchange.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The glossary is in alphabetical order, names existing types, and is linked. */
class GlossaryTest {

    private static final Path GLOSSARY = Path.of("docs", "glossary.md");
    private static final Pattern GROUP = Pattern.compile("(?m)^## ");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (?!term )([^|]+) \\|(.*)\\| ([^|]*) \\|$");
    private static final Pattern TYPE = Pattern.compile("`([A-Z]\\w*)`");

    static List<String> groups() throws IOException {
        return GROUP.splitAsStream(Files.readString(GLOSSARY)).skip(1).toList();
    }

    @Test
    void hasFourGroups() throws IOException {
        assertThat(groups()).hasSize(4);
    }

    @ParameterizedTest
    @MethodSource("groups")
    void ordersTheTermsOfAGroupByTheAlphabet(String group) {
        assertThat(terms(group)).hasSizeGreaterThan(10).isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER);
    }

    @Test
    void explainsEachTermOnce() throws IOException {
        assertThat(terms(Files.readString(GLOSSARY))).doesNotHaveDuplicates();
    }

    @Test
    void namesTypesThatExist() throws IOException {
        assertThat(matches(TYPE, Files.readString(GLOSSARY))
                        .map(type -> type.group(1))
                        .toList())
                .hasSizeGreaterThan(100)
                .isSubsetOf(typesOfTheCode());
    }

    @ParameterizedTest
    @MethodSource("groups")
    void namesATypeForEachTerm(String group) {
        assertThat(matches(ROW, group))
                .allSatisfy(row -> assertThat(row.group(3)).as(row.group(1)).matches("`[A-Z]\\w*`(, `[A-Z]\\w*`)*"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "CONTRIBUTING.md"})
    void isFoundFrom(String document) throws IOException {
        assertThat(Files.readString(Path.of(document))).contains("](docs/glossary.md)");
    }

    private static List<String> terms(String text) {
        return matches(ROW, text).map(row -> row.group(1)).toList();
    }

    private static Stream<MatchResult> matches(Pattern pattern, String text) {
        return pattern.matcher(text).results();
    }

    private static Set<String> typesOfTheCode() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
            return files.map(Path::getFileName)
                    .map(Path::toString)
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .collect(Collectors.toSet());
        }
    }
}
