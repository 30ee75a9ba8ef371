package org.serviceexchange.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.serviceexchange.platform.message.Messages;

/** The documents that list all problems match the catalogue; with {@code -Derrors.write} this test rewrites them. */
class ErrorsDocumentTest {

    private static final Object[] PARTICULARS = {"…", "…", "…", "…"};
    private static final Pattern HEADING_OR_CODE = Pattern.compile("(?m)^# (\\d\\dxx.*)$|^(SX-\\d{4})\\.cause=");

    @ParameterizedTest
    @EnumSource
    void isWhatTheCatalogueGives(Document document) throws IOException {
        if (System.getProperty("errors.write") != null) {
            Files.writeString(document.file, document.text());
        }
        assertThat(document.file).hasContent(document.text());
    }

    /** A document in one language; its groups and headings are the comments of the message file. */
    @SuppressWarnings("ImmutableEnumChecker") // unmodifiable lists of strings
    enum Document {
        ENGLISH(
                Locale.ENGLISH,
                "errors.md",
                "problems.properties",
                "Errors",
                "Every error that a person or a peer can meet. Pages, e-mails and journals show cause and solution in the"
                        + " reader's language; programs get them in English as `application/problem+json`"
                        + " ([protocol.md](protocol.md)). `…` stands for what a case names. German:"
                        + " [errors.de.md](errors.de.md).",
                "This file is made from the catalogue: `./mvnw test -Dtest=ErrorsDocumentTest -Derrors.write`.",
                List.of("HTTP status", "Retry helps", "yes", "no")),
        GERMAN(
                Locale.GERMAN,
                "errors.de.md",
                "problems_de.properties",
                "Fehler",
                "Jeder Fehler, dem Menschen oder andere Instanzen begegnen können. Seiten, E-Mails und Journale zeigen"
                        + " Ursache und Lösung in der Sprache des Lesers; Programme erhalten sie auf Englisch als"
                        + " `application/problem+json` ([protocol.md](protocol.md)). `…` steht für das, was der einzelne"
                        + " Fall nennt. Englisch: [errors.md](errors.md).",
                "Diese Datei entsteht aus dem Katalog: `./mvnw test -Dtest=ErrorsDocumentTest -Derrors.write`.",
                List.of("HTTP-Status", "Wiederholen hilft", "ja", "nein"));

        private final Locale language;
        private final Path file;
        private final Path texts;
        private final List<String> opening;
        private final List<String> words;

        Document(
                Locale language,
                String file,
                String texts,
                String title,
                String meaning,
                String origin,
                List<String> words) {
            this.language = language;
            this.file = Path.of("docs", file);
            this.texts = Path.of("src/main/resources", texts);
            this.opening = List.of("# " + title, "", meaning, "", origin, "");
            this.words = words;
        }

        String text() throws IOException {
            Stream.Builder<String> lines = Stream.builder();
            opening.forEach(lines);
            Matcher found = HEADING_OR_CODE.matcher(Files.readString(texts));
            while (found.find()) {
                if (found.group(1) != null) {
                    List.of("## " + found.group(1), "", row(columns()), "|---|---|---|---|---|---|")
                            .forEach(lines);
                } else {
                    lines.add(row(cells(ProblemCode.known(found.group(2)).orElseThrow())));
                }
            }
            return String.join("\n", lines.build().toList())
                            .replace("\n## ", "\n\n## ")
                            .replace("\n\n\n", "\n\n") + "\n";
        }

        private List<String> columns() {
            return List.of(
                    of("problem.column.code"),
                    words.get(0),
                    of("problem.column.cause"),
                    of("problem.column.solution"),
                    of("problem.column.actor"),
                    words.get(1));
        }

        private List<String> cells(ProblemCode code) {
            return List.of(
                    code.code(),
                    String.valueOf(code.status()),
                    ProblemTexts.cause(code, language, PARTICULARS),
                    ProblemTexts.solution(code, language, PARTICULARS),
                    of("problem.actor." + code.actor()),
                    code.retry() ? words.get(2) : words.get(3));
        }

        private String of(String key) {
            return Messages.of(key, language);
        }

        private static String row(List<String> cells) {
            return ("| " + String.join(" | ", cells) + " |").replace("….", "…");
        }
    }
}
