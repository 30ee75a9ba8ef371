package org.serviceexchange.platform.problem;

import java.text.MessageFormat;
import java.text.ParsePosition;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.platform.message.Languages;
import org.serviceexchange.platform.message.Words;

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
        List<Object> particulars = Stream.of(found)
                .<Object>map(particular -> particular == null ? "" : particular)
                .toList();
        return Optional.of(new Finding(code, particulars))
                .filter(finding -> finding.sentence().inDefault().equals(sentence));
    }

    private static MessageFormat pattern(ProblemCode code) {
        String cause = Words.pattern(code.code() + ".cause", Languages.DEFAULT).toPattern();
        String solution =
                Words.pattern(code.code() + ".solution", Languages.DEFAULT).toPattern();
        return new MessageFormat(cause + " " + solution, Languages.DEFAULT);
    }
}
