package org.serviceexchange.platform.engine.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainExpressionsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "P2D",
                "R/${recheckInterval}",
                "${mailOn}",
                "#{matchContactDelegate}",
                "${!mailOn}",
                "${ok and n > 3 ? who : 'x'}",
                "${(a == null || b != 2) && empty c}",
                "${a + 1 < 2 * -b}",
            })
    void areVariablesAndComparisons(String expression) {
        assertThat(PlainExpressions.isPlain(expression)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${a.b}",
                "${a['b']}",
                "${a.b()}",
                "${a.b(1, 2)}",
                "${f()}",
                "${ns:f(1)}",
                "text ${a.b} text",
                "${a ? b.c : d}",
                "${''.class}",
                "${!a.b}",
                "${(a).b}",
                "${a",
                "${}",
            })
    void areNothingElse(String expression) {
        assertThat(PlainExpressions.isPlain(expression)).isFalse();
    }
}
