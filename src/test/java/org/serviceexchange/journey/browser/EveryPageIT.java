package org.serviceexchange.journey.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/** Runs after all other browser tests, in an execution of its own: pom.xml. */
@ExtendWith(InTheBrowser.class)
@EnabledIfSystemProperty(named = "service-exchange.all-browser-tests-ran", matches = "true")
class EveryPageIT {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");

    @Test
    void wasLookedAt() throws IOException {
        assertThat(Seen.all())
                .as("templates of pages that a browser test looked at (Look.at)")
                .containsExactlyInAnyOrderElementsOf(pages());
    }

    /** Templates of whole pages; the others are page fragments and e-mails. */
    private static Set<String> pages() throws IOException {
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            return files.filter(Files::isRegularFile)
                    .filter(EveryPageIT::fillsTheLayout)
                    .map(file -> TEMPLATES.relativize(file).toString().replace(".html", ""))
                    .collect(Collectors.toSet());
        }
    }

    private static boolean fillsTheLayout(Path file) {
        try {
            return Files.readString(file).contains("th:replace=\"~{layout :: page(");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
