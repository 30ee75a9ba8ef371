package org.serviceexchange.platform.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every language has all messages, in its own words, with the same placeholders, and short enough for the pages. */
class MessagesTest {

    private static final Path RESOURCES = Path.of("src/main/resources");

    static Set<String> languages() {
        return Translation.in(RESOURCES);
    }

    /** The translations, and English itself. */
    static Stream<String> allLanguages() {
        return Stream.concat(Stream.of(""), languages().stream());
    }

    static List<Path> originals() {
        return Translation.originals(RESOURCES);
    }

    @Test
    void areOfferedInEveryLanguageThatHasFiles() {
        assertThat(Languages.OFFERED)
                .startsWith(Languages.DEFAULT)
                .contains(Locale.GERMAN, Locale.FRENCH)
                .hasSize(languages().size() + 1)
                .containsAll(languages().stream()
                        .map(tag -> Locale.forLanguageTag(tag.replace('_', '-')))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("languages")
    void standInEveryLanguage(String language) {
        assertNone(new Translation(RESOURCES, language).incomplete());
    }

    @ParameterizedTest
    @MethodSource("originals")
    void startTheirKeysWithTheNameOfTheirFile(Path original) {
        String area = original.getFileName().toString().replace(".properties", "");
        String prefix = area.equals("problems") ? "SX-" : area + ".";
        assertThat(Translation.read(original).keySet()).isNotEmpty().allMatch(key -> key.startsWith(prefix));
    }

    @ParameterizedTest
    @MethodSource("allLanguages")
    void areOneALine(String language) throws IOException {
        for (Path original : originals()) {
            Path file = new Translation(RESOURCES, language).translationOf(original);
            Properties texts = new Properties();
            try (Reader reader = Files.newBufferedReader(file)) {
                texts.load(reader);
            }
            texts.replaceAll((key, text) -> text.toString().replace("\n", "\\n"));
            assertThat(texts).as(file.toString()).isEqualTo(Translation.read(file));
        }
    }

    @ParameterizedTest
    @MethodSource("allLanguages")
    void haveTheSamePlaceholdersInEveryLanguageAndNoLostQuotes(String language) {
        assertNone(new Translation(RESOURCES, language).malformed());
    }

    @ParameterizedTest
    @MethodSource("languages")
    void areNotEnglishInAnotherLanguage(String language) {
        assertNone(new Translation(RESOURCES, language).untranslated());
    }

    @ParameterizedTest
    @MethodSource("languages")
    void areNotMuchLongerThanInEnglish(String language) {
        assertNone(new Translation(RESOURCES, language).tooLong());
    }

    private static void assertNone(List<String> complaints) {
        assertThat(String.join("\n", complaints)).isEmpty();
    }
}
