package org.serviceexchange.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemCatalogueTest {

    @Test
    void hasExactlyOneCauseAndOneSolutionForEveryCode() throws IOException {
        Set<String> expected = Arrays.stream(ProblemCode.values())
                .flatMap(code -> Stream.of(code.code() + ".cause", code.code() + ".solution"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(texts().stringPropertyNames()).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void givesEveryProblemItsOwnNumber() {
        assertThat(Arrays.stream(ProblemCode.values()).map(ProblemCode::code)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void speaksInWholeSentences(ProblemCode code) {
        String cause = ProblemTexts.cause(code, Locale.ENGLISH, "A", "B", "C");
        String solution = ProblemTexts.solution(code, Locale.ENGLISH, "A", "B", "C");
        assertThat(cause).endsWith(".").doesNotContain("{", "}");
        assertThat(solution).endsWith(".").doesNotContain("{", "}");
        assertThat(solution).matches("[A-Z\"].*");
    }

    @ParameterizedTest
    @EnumSource
    void quotesApostrophesSoThatPlaceholdersAreFilled(ProblemCode code) throws IOException {
        for (String part : new String[] {".cause", ".solution"}) {
            String pattern = texts().getProperty(code.code() + part);
            String marked = MessageFormat.format(pattern, "\u0001", "\u0001", "\u0001", "\u0001");
            long placeholders =
                    pattern.chars().filter(character -> character == '{').count();
            long filled =
                    marked.chars().filter(character -> character == '\u0001').count();
            assertThat(filled).as(pattern).isEqualTo(placeholders);
        }
    }

    private static Properties texts() throws IOException {
        Properties texts = new Properties();
        try (InputStream file = ProblemCode.class.getResourceAsStream("/problems.properties")) {
            texts.load(file);
        }
        return texts;
    }
}
