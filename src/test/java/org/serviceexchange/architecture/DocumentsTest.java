package org.serviceexchange.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Links in documents lead to existing files. */
class DocumentsTest {

    private static final Pattern PICTURE = Pattern.compile("!\\[[^]]*]\\(([^)\\s]+)\\)");
    private static final Pattern LINK = Pattern.compile("]\\((?!https?:|#|mailto:)([^)\\s#]+)");

    static Stream<Path> documents() throws IOException {
        try (Stream<Path> root = Files.list(Path.of("."));
                Stream<Path> docs = Files.walk(Path.of("docs"))) {
            return Stream.concat(root, docs).filter(file -> file.toString().endsWith(".md")).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void pointToFilesThatExist(Path document) throws IOException {
        assertThat(targets(LINK, document)).allSatisfy(file -> assertThat(file).exists());
    }

    @Test
    void showTheStepsOfTheWalkInTheReadme() throws IOException {
        List<Path> pictures = targets(PICTURE, Path.of("README.md"));
        assertThat(pictures)
                .hasSizeGreaterThanOrEqualTo(6)
                .allSatisfy(file -> assertThat(file).isRegularFile());
        try (Stream<Path> kept = Files.list(Path.of("docs", "images"))) {
            assertThat(kept.map(Path::getFileName).map(Path::toString).filter(name -> name.startsWith("walk-")))
                    .as("pictures of the walk, each of which the README shows")
                    .allSatisfy(name -> assertThat(pictures).anyMatch(file -> file.endsWith(name)));
        }
    }

    private static List<Path> targets(Pattern pattern, Path document) throws IOException {
        Path folder = document.toAbsolutePath().getParent();
        return pattern.matcher(Files.readString(document))
                .results()
                .map(match -> folder.resolve(match.group(1)).normalize())
                .toList();
    }
}
