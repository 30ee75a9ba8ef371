package org.serviceexchange.platform.problem;

import java.text.MessageFormat;
import java.text.ParsePosition;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.platform.message.Languages;
import org.serviceexchange.platform.message.Messages;

/** Knows a problem again by its English sentence, as incidents keep it, so that everyone can read it in their language. */
public final class KnownSentences {

    private KnownSentences() {}

    /** The finding that says exactly this, as {@link Problem#getMessage()} words it. */
    public static Optional<Finding> read(String sentence) {
        return Arrays.stream(ProblemCode.values())
                .flatMap(code -> read(code, sentence).stream())
                .findFirst();
    }

    private static Optional<Finding> read(ProblemCode code, String sentence) {
        Object @Nullable [] found = pattern(code).parse(sentence, new ParsePosition(0));
        if (found == null) {
            return Optional.empty();
        }
        List<Object> arguments = Stream.of(found)
                .<Object>map(argument -> argument == null ? "" : argument)
                .toList();
        return Optional.of(new Finding(code, arguments))
                .filter(finding -> finding.sentence().inDefault().equals(sentence));
    }

    private static MessageFormat pattern(ProblemCode code) {
        String cause =
                Messages.pattern(code.code() + ".cause", Languages.DEFAULT).toPattern();
        String solution =
                Messages.pattern(code.code() + ".solution", Languages.DEFAULT).toPattern();
        return new MessageFormat(cause + " " + solution, Languages.DEFAULT);
    }
}
