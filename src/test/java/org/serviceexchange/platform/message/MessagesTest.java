package org.serviceexchange.platform.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every language has all messages, in its own words, with the same placeholders, and short enough for the pages. */
class MessagesTest {

    private static final Path RESOURCES = Path.of("src/main/resources");

    /** Texts about how well keys work, which is no state. */
    private static final Set<String> HEALTH = Set.of(
            "account.role.KMF_ADMIN.hint", "kmf.page.title", "kmf.page.health", "SX-2104.solution", "SX-4004.solution");

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

    /** Quotation marks are those of the language; straight ones stand in XML only. */
    @ParameterizedTest
    @MethodSource("languages")
    void quoteAsTheirLanguageDoes(String language) {
        assertNone(texts(language)
                .filter(text -> text.getValue().matches("(.*[\\s(])?\".*"))
                .map(text -> text.getKey() + " has straight quotation marks: " + text.getValue())
                .toList());
    }

    /** What is called state in English is Status in German; Zustand is how well something works. */
    @Test
    void callAStateByOneWordInGerman() {
        assertNone(texts("de")
                .filter(text -> text.getValue().matches(".*Zust[aä]nd.*") && !HEALTH.contains(text.getKey()))
                .map(text -> text.getKey() + " speaks of a Zustand: " + text.getValue())
                .toList());
    }

    /** The terms of docs/languages.md: one thing has one name on all pages. */
    @Test
    void callAThingByOneWordInGerman() {
        Map<String, String> others = Map.of(
                "Unternehmen", "Firma",
                "Administrator", "Admin",
                "eansprucht", "eingelöst",
                "otieren", "erneuern",
                "anderen Seite", "Gegenseite",
                "abgeschaltet", "ausgeschaltet",
                "lebende Verb", "bestehende Verbindung",
                "Schlüsselwechsel", "Schlüsselerneuerung");
        assertNone(others.entrySet().stream()
                .flatMap(other -> texts("de")
                        .filter(text -> text.getValue().contains(other.getKey()))
                        .map(text -> text.getKey() + " does not say " + other.getValue() + ": " + text.getValue()))
                .toList());
    }

    /** Whose turn it is follows a label with a colon, so its own text has one at most. */
    @ParameterizedTest
    @MethodSource("allLanguages")
    void sayWhoseTurnItIsWithOneColon(String language) {
        List<Map.Entry<String, String>> turns =
                texts(language).filter(text -> text.getKey().contains(".turn.")).toList();
        assertThat(turns).hasSizeGreaterThan(20);
        assertNone(turns.stream()
                .filter(text ->
                        text.getValue().chars().filter(sign -> sign == ':').count() > 1)
                .map(text -> text.getKey() + " has several colons: " + text.getValue())
                .toList());
    }

    private static Stream<Map.Entry<String, String>> texts(String language) {
        Translation translation = new Translation(RESOURCES, language);
        return originals().stream()
                .flatMap(original -> Translation.read(translation.translationOf(original)).entrySet().stream());
    }

    private static void assertNone(List<String> complaints) {
        assertThat(String.join("\n", complaints)).isEmpty();
    }
}
