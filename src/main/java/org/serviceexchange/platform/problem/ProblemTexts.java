package org.serviceexchange.platform.problem;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.serviceexchange.platform.message.Languages;
import org.serviceexchange.platform.message.Phrase;
import org.serviceexchange.platform.message.Words;

/** Words of the catalogue, from {@code problems.properties} and its translations. */
public final class ProblemTexts {

    private ProblemTexts() {}

    /** Cause and solution as one text. */
    public static String sentence(ProblemCode code, Locale locale, Object... particulars) {
        return cause(code, locale, particulars) + " " + solution(code, locale, particulars);
    }

    /** What is wrong, in one sentence. */
    public static String cause(ProblemCode code, Locale locale, Object... particulars) {
        return Words.of(key(code, "cause"), locale, particulars);
    }

    /** What to do, in one sentence. */
    public static String solution(ProblemCode code, Locale locale, Object... particulars) {
        return Words.of(key(code, "solution"), locale, particulars);
    }

    /** Cause and solution of a code such as {@code SX-2202}, if it is known and its texts name no particulars. */
    public static Optional<Phrase> complete(String code) {
        return ProblemCode.known(code)
                .filter(known -> !sentence(known, Languages.DEFAULT).contains("{"))
                .map(known -> new Finding(known, List.of()).sentence());
    }

    /** What is wrong, as a phrase that is kept. */
    static Phrase cause(ProblemCode code, List<Object> particulars) {
        return new Phrase(key(code, "cause"), particulars);
    }

    /** What to do, as a phrase that is kept. */
    static Phrase solution(ProblemCode code, List<Object> particulars) {
        return new Phrase(key(code, "solution"), particulars);
    }

    private static String key(ProblemCode code, String part) {
        return code.code() + "." + part;
    }
}
