package org.serviceexchange.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.serviceexchange.platform.message.Languages;
import org.serviceexchange.platform.message.Messages;

/**
 * The documents that list all problems, one for each language, match the catalogue; with {@code -Derrors.write} this test
 * rewrites them. What they say besides the problems stands in comments of the message file: headings, and lines such as
 * {@code # document.title=Errors}.
 */
class ErrorsDocumentTest {

    static final List<Locale> LANGUAGES = Languages.OFFERED;

    private static final Object[] PARTICULARS = {"…", "…", "…", "…"};
    private static final Pattern HEADING_OR_CODE = Pattern.compile("(?m)^# (\\d\\dxx.*)$|^(SX-\\d{4})\\.cause=");
    private static final Pattern OPENING = Pattern.compile("(?m)^# document\\.(\\w+)=(.+)$");

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void isWhatTheCatalogueGives(Locale language) throws IOException {
        Path file = Path.of("docs", name(language));
        String text = text(language);
        if (System.getProperty("errors.write") != null) {
            Files.writeString(file, text);
        }
        assertThat(file).hasContent(text);
    }

    private static String text(Locale language) throws IOException {
        String end = isDefault(language) ? "" : "_" + language;
        String texts = Files.readString(Path.of("src/main/resources/problems" + end + ".properties"));
        Map<String, String> words = new HashMap<>();
        OPENING.matcher(texts).results().forEach(line -> words.put(line.group(1), line.group(2)));
        assertThat(words)
                .as("the lines # document.… of problems%s.properties", end)
                .containsOnlyKeys("title", "meaning", "origin", "status", "retry", "yes", "no");
        List<String> lines = new ArrayList<>(List.of(
                "# " + words.get("title"), "", words.get("meaning"), "", words.get("origin"), "", others(language)));
        Matcher found = HEADING_OR_CODE.matcher(texts);
        while (found.find()) {
            if (found.group(1) != null) {
                lines.addAll(List.of(
                        "", "## " + found.group(1), "", row(columns(language, words)), "|---|---|---|---|---|---|"));
            } else {
                lines.add(row(cells(ProblemTexts.known(found.group(2)).orElseThrow(), language, words)));
            }
        }
        return String.join("\n", lines) + "\n";
    }

    /** Links to the documents in the other languages. */
    private static String others(Locale language) {
        return LANGUAGES.stream()
                .filter(other -> !other.equals(language))
                .map(other -> "[" + Languages.nameOf(other) + "](" + name(other) + ")")
                .collect(Collectors.joining(" · "));
    }

    private static String name(Locale language) {
        return isDefault(language) ? "errors.md" : "errors." + language.toLanguageTag() + ".md";
    }

    private static boolean isDefault(Locale language) {
        return language.equals(Languages.DEFAULT);
    }

    private static List<String> columns(Locale language, Map<String, String> words) {
        return List.of(
                Messages.of("problem.column.code", language),
                words.get("status"),
                Messages.of("problem.column.cause", language),
                Messages.of("problem.column.solution", language),
                Messages.of("problem.column.actor", language),
                words.get("retry"));
    }

    private static List<String> cells(ProblemCode code, Locale language, Map<String, String> words) {
        return List.of(
                code.code(),
                String.valueOf(code.status()),
                ProblemTexts.cause(code, language, PARTICULARS),
                ProblemTexts.solution(code, language, PARTICULARS),
                Messages.of("problem.actor." + code.actor(), language),
                code.retry() ? words.get("yes") : words.get("no"));
    }

    private static String row(List<String> cells) {
        return ("| " + String.join(" | ", cells) + " |").replace("….", "…");
    }
}
