package org.serviceexchange.platform.problem;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.serviceexchange.platform.message.Languages;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.message.Messages;

/** Texts of the catalogue, from {@code problems.properties} and its translations. */
public final class ProblemTexts {

    private ProblemTexts() {}

    /** The problem with a code such as {@code SX-2001}, if there is one. */
    public static Optional<ProblemCode> known(String code) {
        return Arrays.stream(ProblemCode.values())
                .filter(known -> known.code().equals(code))
                .findFirst();
    }

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

    /** How many arguments the texts of a code name. */
    public static int arguments(ProblemCode code) {
        return Stream.of("cause", "solution")
                .map(part -> Messages.pattern(key(code, part), Languages.DEFAULT))
                .mapToInt(pattern -> pattern.getFormatsByArgumentIndex().length)
                .max()
                .orElse(0);
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
