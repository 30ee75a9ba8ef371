package org.serviceexchange.platform.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tasklist's forms take all texts from the message files, through the filter "say" of webapps/forms.js. */
class FormsTest {

    private static final Path FORMS = Path.of("processes/forms");
    private static final Path SCRIPT = Path.of("src/main/resources/webapps/forms.js");
    private static final Pattern KEY = Pattern.compile("'((?:tasklist|problem)\\.[\\w.]+)'");
    private static final Pattern OUTPUT = Pattern.compile("\\{\\{.*?}}", Pattern.DOTALL);
    private static final Set<String> READ_ALOUD = Set.of("aria-label", "title", "alt");

    /** Keys that are built from parts. */
    private static final List<String> COMPUTED = List.of(
            "tasklist.companyMissing",
            "tasklist.contactMissing",
            "tasklist.urlMissing",
            "tasklist.registration",
            "tasklist.connection");

    /** Keys of filters and of the data of a task. */
    private static final List<String> OF_THE_APPLICATION =
            List.of("tasklist.filter.", "tasklist.column.", "tasklist.fact.");

    static Stream<Path> forms() throws IOException {
        try (Stream<Path> files = Files.list(FORMS)) {
            return files.toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void holdNoWordsOfTheirOwn(Path form) throws IOException {
        var document = Jsoup.parse(Files.readString(form), "", Parser.htmlParser());
        for (Element element : document.getAllElements()) {
            READ_ALOUD.forEach(name -> assertThat(wordsIn(element.attr(name))).isEmpty());
            if (!element.tagName().equals("script")) {
                assertThat(element.textNodes())
                        .extracting(TextNode::text)
                        .as(form + ": " + element.tagName())
                        .allMatch(text -> wordsIn(text).isEmpty());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void tieEveryFieldToALabelAndAHint(Path form) throws IOException {
        var document = Jsoup.parse(Files.readString(form));
        for (Element field : document.select("input:not([type=hidden]), select, textarea")) {
            boolean labelled =
                    document.select("label[for=" + field.id() + "]").size() == 1 || field.closest("label") != null;
            assertThat(labelled).as("label of %s in %s", field.id(), form).isTrue();
            assertThat(field.attr("aria-describedby").split(" "))
                    .allSatisfy(id -> assertThat(document.getElementById(id))
                            .as("%s in %s", id, form)
                            .isNotNull());
        }
        assertThat(document.select("a"))
                .allMatch(link -> link.attr("target").equals("_top"), "leaves the webapp in " + form);
    }

    @Test
    void useEveryKeyThatExistsAndNoOther() throws IOException {
        Set<String> used = new HashSet<>(COMPUTED);
        for (Path file : Stream.concat(forms(), Stream.of(SCRIPT)).toList()) {
            KEY.matcher(Files.readString(file)).results().forEach(key -> used.add(key.group(1)));
        }
        used.removeIf(key -> key.endsWith("."));
        Set<String> known =
                new HashSet<>(Messages.area("tasklist", Languages.DEFAULT).keySet());
        known.removeIf(key -> OF_THE_APPLICATION.stream().anyMatch(key::startsWith));
        assertThat(used.stream().filter(key -> key.startsWith("tasklist."))).containsExactlyInAnyOrderElementsOf(known);
        assertThat(used.stream().filter(key -> key.startsWith("problem.")))
                .isSubsetOf(Messages.area("problem", Languages.DEFAULT).keySet());
    }

    private static List<String> wordsIn(String text) {
        return Arrays.stream(OUTPUT.matcher(text).replaceAll("").split("\\P{L}+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
