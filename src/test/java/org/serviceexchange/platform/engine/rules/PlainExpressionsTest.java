package org.serviceexchange.platform.engine.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.serviceexchange.platform.rulebook.model.ModelExpression;

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
        assertThat(ModelExpression.parse(expression)).as("by the rule book").isPresent();
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
                "${a b}",
                "${'a' 'b'}",
                "${a ? b}",
                "${a; b}",
                "${a = 1}",
                "${a -> b}",
                "${a",
                "${}",
            })
    void areNothingElse(String expression) {
        assertThat(PlainExpressions.isPlain(expression)).isFalse();
        assertThat(ModelExpression.parse(expression)).as("by the rule book").isEmpty();
    }

    /** What two readers might read differently is refused by one of them. */
    @Test
    void areFewerForTheRuleBook() {
        String escaped = "${'a\\'.b'}";
        assertThat(PlainExpressions.isPlain(escaped)).isTrue();
        assertThat(ModelExpression.parse(escaped)).isEmpty();
        assertThat(ModelExpression.parse("\\${a}")).isEmpty();
    }
}
