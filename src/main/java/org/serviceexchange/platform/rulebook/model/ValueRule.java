package org.serviceexchange.platform.rulebook.model;

import java.util.regex.Pattern;

/** What an attribute or the text of an element may be. */
@FunctionalInterface
public interface ValueRule {

    ValueRule TEXT = ModelExpression::isText;
    ValueRule VARIABLES = value -> ModelExpression.parse(value).isPresent();
    ValueRule DELEGATE = matches("#\\{[a-z][A-Za-z0-9]*Delegate}");
    ValueRule LISTENER = matches("#\\{[a-z][A-Za-z0-9]*Listener}");
    ValueRule FORM = matches("embedded:deployment:forms/[a-z0-9-]+\\.html");
    ValueRule FORMAL = matches("([A-Za-z0-9_.-]+:)?tFormalExpression");
    ValueRule FEEL_LANGUAGE = matches("feel|https://www\\.omg\\.org/spec/DMN/20191111/FEEL/");

    /** FEEL has one way to code of Java: functions that are called external. */
    ValueRule FEEL = value -> ModelExpression.isText(value) && !value.matches("(?s).*\\bexternal\\b.*\\{.*");

    /** The processes of this application are started by it alone, each for its record. */
    ValueRule OWN_PROCESS = value -> ModelExpression.isText(value)
            && !Catalogue.ofThisApplication().processes().contains(value);

    boolean accepts(String value);

    private static ValueRule matches(String pattern) {
        return Pattern.compile(pattern).asMatchPredicate()::test;
    }
}
