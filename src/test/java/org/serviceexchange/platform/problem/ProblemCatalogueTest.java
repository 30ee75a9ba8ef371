package org.serviceexchange.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.serviceexchange.platform.message.Languages;
import org.serviceexchange.platform.message.Messages;

/** Every code has a cause, a solution and an actor in every language; MessagesTest checks the placeholders. */
class ProblemCatalogueTest {

    static final Set<Locale> LANGUAGES = Set.copyOf(Languages.OFFERED);

    /** From a capital letter to a full stop; quotation marks of all languages may stand next to them. */
    private static final Pattern SENTENCE = Pattern.compile("[\\p{Lu}\"„“«¿].*[\\p{L}\\p{N})/*“”\"»]\\.");

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void hasExactlyOneCauseAndOneSolutionForEveryCode(Locale language) throws IOException {
        Set<String> expected = Arrays.stream(ProblemCode.values())
                .flatMap(code -> Stream.of(code.code() + ".cause", code.code() + ".solution"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(texts(language).stringPropertyNames()).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void givesEveryProblemItsOwnNumber() {
        assertThat(Arrays.stream(ProblemCode.values()).map(ProblemCode::code)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void speaksInWholeSentences(ProblemCode code) {
        for (Locale language : LANGUAGES) {
            String cause = ProblemTexts.cause(code, language, "A", "B", "C");
            String solution = ProblemTexts.solution(code, language, "A", "B", "C");
            assertThat(List.of(cause, solution))
                    .allMatch(text -> SENTENCE.matcher(text).matches())
                    .noneMatch(text -> text.contains("{") || text.contains("}"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void isTranslated(ProblemCode code) {
        Set<Locale> translations = LANGUAGES.stream()
                .filter(language -> !language.equals(Languages.DEFAULT))
                .collect(Collectors.toSet());
        assertThat(translations).contains(Locale.GERMAN).allSatisfy(language -> {
            assertThat(ProblemTexts.cause(code, language)).isNotEqualTo(ProblemTexts.cause(code, Locale.ENGLISH));
            assertThat(ProblemTexts.solution(code, language)).isNotEqualTo(ProblemTexts.solution(code, Locale.ENGLISH));
        });
    }

    @ParameterizedTest
    @EnumSource
    void namesWhoActs(Actor actor) {
        for (Locale language : LANGUAGES) {
            assertThat(Messages.of("problem.actor." + actor, language)).isNotBlank();
        }
    }

    @ParameterizedTest
    @EnumSource
    void answersWithAStatusOfARefusal(ProblemCode code) {
        assertThat(code.status()).isBetween(400, 599);
    }

    private static Properties texts(Locale language) throws IOException {
        String file = language.equals(Languages.DEFAULT) ? "" : "_" + language;
        Properties texts = new Properties();
        try (InputStream stream = ProblemCode.class.getResourceAsStream("/problems" + file + ".properties")) {
            texts.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        }
        return texts;
    }
}
