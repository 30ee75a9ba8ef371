package org.serviceexchange.platform.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.MissingResourceException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Templates of pages and e-mails take all texts from the message files, and escape the values they show. */
class TemplatesTest {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Pattern KEY = Pattern.compile("#\\{([a-zA-Z][\\w.-]*)");
    private static final Pattern LETTERS = Pattern.compile("\\p{L}");

    /** Names that are the same in every language. */
    private static final Set<String> NAMES = Set.of("Service Exchange", "UTC");

    private static final List<String> REPLACED = List.of("th:text", "th:replace", "th:insert");
    private static final List<String> READ_ALOUD = List.of("aria-label", "title", "placeholder", "alt");

    static Stream<Path> templates() throws IOException {
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            return files.filter(Files::isRegularFile).toList().stream();
        }
    }

    static Stream<Path> pages() throws IOException {
        return templates().filter(file -> file.toString().endsWith(".html"));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void holdNoWordsOfTheirOwn(Path page) throws IOException {
        assertThat(ownWords(page)).as(page.toString()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void useKeysThatExist(Path template) throws IOException {
        Matcher keys = KEY.matcher(Files.readString(template));
        while (keys.find()) {
            assertThat(exists(keys.group(1)))
                    .as(template + " uses " + keys.group(1))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void escapeWhatTheyShow(Path template) throws IOException {
        assertThat(Files.readString(template)).doesNotContain("th:utext");
    }

    /** Thymeleaf replaces the tag before it looks at its condition, which is lost with it. */
    @ParameterizedTest
    @MethodSource("pages")
    void replaceNoTagThatHasACondition(Path page) throws IOException {
        var document = Jsoup.parse(Files.readString(page), "", Parser.xmlParser());
        assertThat(document.getAllElements().stream()
                        .filter(tag -> tag.hasAttr("th:replace"))
                        .filter(tag -> tag.hasAttr("th:if") || tag.hasAttr("th:unless") || tag.hasAttr("th:each")))
                .as(page.toString())
                .isEmpty();
    }

    private static List<String> ownWords(Path page) throws IOException {
        var document = Jsoup.parse(Files.readString(page), "", Parser.xmlParser());
        List<String> found = new ArrayList<>();
        for (Element element : document.getAllElements()) {
            READ_ALOUD.stream().map(element::attr).filter(TemplatesTest::isWord).forEach(found::add);
            boolean shown = element.parents().stream().noneMatch(TemplatesTest::isReplaced)
                    && !isReplaced(element)
                    && !Set.of("script", "style").contains(element.tagName());
            if (shown) {
                element.textNodes().stream()
                        .map(TextNode::text)
                        .map(String::strip)
                        .filter(TemplatesTest::isWord)
                        .forEach(found::add);
            }
        }
        return found;
    }

    private static boolean isReplaced(Element element) {
        return REPLACED.stream().anyMatch(element::hasAttr)
                && !element.attr("th:replace").startsWith("~{layout");
    }

    private static boolean isWord(String text) {
        return LETTERS.matcher(text).find() && !NAMES.contains(text);
    }

    private static boolean exists(String key) {
        try {
            Messages.of(key, Languages.DEFAULT);
            return true;
        } catch (MissingResourceException unknown) {
            return false;
        }
    }
}
