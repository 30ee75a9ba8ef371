package org.serviceexchange.platform.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every language has all messages, with the same placeholders, and quotes are escaped as MessageFormat requires. */
class MessagesTest {

    private static final Path RESOURCES = Path.of("src/main/resources");
    /** Words of which every English sentence contains at least one, and no German sentence any. */
    private static final Pattern ENGLISH = Pattern.compile(
            "(?<![\\w.-])(the|The|is|are|not|and|with|of|to|you|your|Your|it|It|this|This|cannot|by|or|for|from)(?![\\w.-])");

    private static final Object[] MARKS = IntStream.range(0, 10)
            .mapToObj(index -> "\u0001" + index + "\u0002")
            .toArray();

    static Stream<Path> originals() throws IOException {
        try (Stream<Path> words = Files.list(RESOURCES.resolve("messages"))) {
            List<Path> english = words.filter(
                            file -> !file.getFileName().toString().contains("_"))
                    .toList();
            return Stream.concat(Stream.of(RESOURCES.resolve("problems.properties")), english.stream());
        }
    }

    @ParameterizedTest
    @MethodSource("originals")
    void standInEveryOfferedLanguage(Path original) throws IOException {
        for (Locale language : Languages.OFFERED) {
            if (!language.equals(Languages.DEFAULT)) {
                Path translation = translationOf(original, language);
                assertThat(translation).exists();
                assertThat(read(translation).stringPropertyNames())
                        .as(translation.toString())
                        .containsExactlyInAnyOrderElementsOf(read(original).stringPropertyNames());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("originals")
    void startTheirKeysWithTheNameOfTheirFile(Path original) throws IOException {
        String area = original.getFileName().toString().replace(".properties", "");
        String prefix = area.equals("problems") ? "SX-" : area + ".";
        assertThat(read(original).stringPropertyNames()).isNotEmpty().allMatch(key -> key.startsWith(prefix));
    }

    @ParameterizedTest
    @MethodSource("originals")
    void haveTheSamePlaceholdersInEveryLanguage(Path original) throws IOException {
        Properties english = read(original);
        for (Locale language : Languages.OFFERED) {
            Properties other = language.equals(Languages.DEFAULT) ? english : read(translationOf(original, language));
            for (String key : english.stringPropertyNames()) {
                assertThat(placeholders(other.getProperty(key)))
                        .as(key + " in " + language)
                        .isEqualTo(placeholders(english.getProperty(key)));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("originals")
    void quoteApostrophesAndAreNotEmpty(Path original) throws IOException {
        for (Locale language : Languages.OFFERED) {
            Path file = language.equals(Languages.DEFAULT) ? original : translationOf(original, language);
            Properties words = read(file);
            for (String key : words.stringPropertyNames()) {
                String pattern = words.getProperty(key);
                assertThat(pattern).as(key).isNotBlank();
                String filled = new MessageFormat(pattern, language).format(MARKS);
                assertThat(filled.chars().filter(mark -> mark == '\u0001').count())
                        .as("placeholders that are filled in " + key + " of " + file)
                        .isEqualTo(pattern.chars().filter(mark -> mark == '{').count());
                assertThat(pattern.replace("''", "")).as(key + " of " + file).doesNotContain("'");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("originals")
    void leaveNoEnglishInGerman(Path original) throws IOException {
        Properties german = read(translationOf(original, Locale.GERMAN));
        for (String key : german.stringPropertyNames()) {
            assertThat(ENGLISH.matcher(german.getProperty(key)).find())
                    .as(key + ": " + german.getProperty(key))
                    .isFalse();
        }
    }

    private static String placeholders(String pattern) {
        return IntStream.range(0, 10)
                .filter(index -> pattern.contains("{" + index))
                .mapToObj(String::valueOf)
                .toList()
                .toString();
    }

    private static Path translationOf(Path original, Locale language) {
        String name = original.getFileName().toString().replace(".properties", "_" + language + ".properties");
        return original.resolveSibling(name);
    }

    private static Properties read(Path file) throws IOException {
        Properties words = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            words.load(reader);
        }
        return words;
    }
}
