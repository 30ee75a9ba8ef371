package org.serviceexchange.platform.engine.rules;

import java.util.regex.Pattern;

/** What an attribute or the text of an element may be. */
@FunctionalInterface
interface ValueRule {

    ValueRule TEXT = PlainExpressions::isText;
    ValueRule VARIABLES = PlainExpressions::isPlain;
    ValueRule DELEGATE = matches("#\\{[a-z][A-Za-z0-9]*Delegate}");
    ValueRule LISTENER = matches("#\\{[a-z][A-Za-z0-9]*Listener}");
    ValueRule FORM = matches("embedded:deployment:forms/[a-z0-9-]+\\.html");
    ValueRule FORMAL = matches("([A-Za-z0-9_.-]+:)?tFormalExpression");

    boolean accepts(String value);

    private static ValueRule matches(String pattern) {
        return Pattern.compile(pattern).asMatchPredicate()::test;
    }
}
