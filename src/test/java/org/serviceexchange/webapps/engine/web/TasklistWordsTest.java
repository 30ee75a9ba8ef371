package org.serviceexchange.webapps.engine.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.serviceexchange.platform.message.Languages;
import org.springframework.core.io.ClassPathResource;

/** Tasklist itself has all its words in every offered language, of Camunda or added by this application. */
class TasklistWordsTest {

    static final List<Locale> LANGUAGES = Languages.OFFERED;

    private static final String FILES = "META-INF/resources/webjars/camunda/app/tasklist/locales/";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*(\\w+)\\s*}}|%[ds]|LT");

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void areTheSameAsInEnglish(Locale language) throws IOException {
        Map<String, String> english = read(Languages.DEFAULT);
        Map<String, String> words = read(language);
        assertThat(words.keySet()).containsExactlyElementsOf(english.keySet());
        assertThat(words)
                .allSatisfy((key, word) -> assertThat(placeholders(word))
                        .as("placeholders of " + key + ": " + word)
                        .isEqualTo(placeholders(english.get(key))));
    }

    private static Map<String, String> read(Locale language) throws IOException {
        var file = new ClassPathResource(FILES + language.toLanguageTag() + ".json");
        assertThat(file.exists()).as(file.getPath()).isTrue();
        try (InputStream content = file.getInputStream()) {
            Map<String, String> words = new TreeMap<>();
            add("", new ObjectMapper().readTree(content), words);
            assertThat(words).hasSizeGreaterThan(400);
            return words;
        }
    }

    private static void add(String path, JsonNode node, Map<String, String> words) {
        if (node.isObject()) {
            node.properties().forEach(member -> add(path + "/" + member.getKey(), member.getValue(), words));
        } else if (node.isArray()) {
            for (int index = 0; index < node.size(); index++) {
                add(path + "/" + index, node.get(index), words);
            }
        } else {
            words.put(path, node.asText());
        }
    }

    private static List<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1) == null ? match.group() : match.group(1))
                .sorted()
                .toList();
    }
}
