package org.serviceexchange.platform.problem;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.serviceexchange.platform.message.Languages;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.message.Messages;

/** Texts of the catalogue, from {@code problems.properties} and its translations. */
public final class ProblemTexts {

    private ProblemTexts() {}

    /** Cause and solution as one text. */
    public static String sentence(ProblemCode code, Locale locale, Object... arguments) {
        return cause(code, locale, arguments) + " " + solution(code, locale, arguments);
    }

    /** What is wrong, in one sentence. */
    public static String cause(ProblemCode code, Locale locale, Object... arguments) {
        return Messages.of(key(code, "cause"), locale, arguments);
    }

    /** What to do, in one sentence. */
    public static String solution(ProblemCode code, Locale locale, Object... arguments) {
        return Messages.of(key(code, "solution"), locale, arguments);
    }

    /**
     * Cause and solution of a code such as {@code SX-2202}; empty if the code is unknown or its texts need arguments.
     */
    public static Optional<LocalizedMessage> complete(String code) {
        return ProblemCode.known(code)
                .filter(known -> !sentence(known, Languages.DEFAULT).contains("{"))
                .map(known -> new Finding(known, List.of()).sentence());
    }

    /** What is wrong, as a localized message to be stored. */
    static LocalizedMessage cause(ProblemCode code, List<Object> arguments) {
        return new LocalizedMessage(key(code, "cause"), arguments);
    }

    /** What to do, as a localized message to be stored. */
    static LocalizedMessage solution(ProblemCode code, List<Object> arguments) {
        return new LocalizedMessage(key(code, "solution"), arguments);
    }

    private static String key(ProblemCode code, String part) {
        return code.code() + "." + part;
    }
}
