package org.serviceexchange.platform.engine.rules;

import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What an attribute or the text of an element may be. */
enum ValueRule {
    TEXT(PlainExpressions::isText),
    VARIABLES(PlainExpressions::isPlain),
    DELEGATE(matches("#\\{[a-z][A-Za-z0-9]*Delegate}")),
    LISTENER(matches("#\\{[a-z][A-Za-z0-9]*Listener}")),
    FORM(matches("embedded:deployment:forms/[a-z0-9-]+\\.html")),
    FORMAL(matches("([A-Za-z0-9_.-]+:)?tFormalExpression"));

    private final Predicate<String> accepted;

    ValueRule(Predicate<String> accepted) {
        this.accepted = accepted;
    }

    boolean accepts(String value) {
        return accepted.test(value);
    }

    private static Predicate<String> matches(String pattern) {
        return Pattern.compile(pattern).asMatchPredicate();
    }
}
