package org.serviceexchange.problem;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** Words of the catalogue, from {@code problems.properties} and its translations. */
public final class ProblemTexts {

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private ProblemTexts() {}

    /** Cause and solution as one text. */
    public static String sentence(ProblemCode code, Locale locale, Object... particulars) {
        return cause(code, locale, particulars) + " " + solution(code, locale, particulars);
    }

    /** What is wrong, in one sentence. */
    public static String cause(ProblemCode code, Locale locale, Object... particulars) {
        return text(code, "cause", locale, particulars);
    }

    /** What to do, in one sentence. */
    public static String solution(ProblemCode code, Locale locale, Object... particulars) {
        return text(code, "solution", locale, particulars);
    }

    private static String text(ProblemCode code, String part, Locale locale, Object... particulars) {
        String pattern =
                ResourceBundle.getBundle("problems", locale, NO_FALLBACK).getString(code.code() + "." + part);
        return new MessageFormat(pattern, locale).format(particulars);
    }
}
