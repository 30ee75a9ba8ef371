package org.serviceexchange.platform.problem;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import org.serviceexchange.platform.message.Languages;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.message.Messages;

/**
 * A stored problem that has to be resolved, such as a prerequisite that is not met.
 *
 * @param arguments arguments of the code's texts, as in a {@link LocalizedMessage}
 */
public record Finding(ProblemCode code, List<Object> arguments) implements Serializable {

    private static final int LONGEST_QUOTE = 500;
    private static final int MOST_ARGUMENTS = 4;
    private static final int LONGEST_ARGUMENT = 120;

    public Finding {
        arguments = ProblemTexts.cause(code, arguments).arguments();
    }

    /** What an earlier release kept as text in the words of its time: nobody reads data out of it, people may read it. */
    public static Finding ofEarlier(String text) {
        return new Finding(ProblemCode.FAILED_EARLIER, List.of(cut(text.strip(), LONGEST_QUOTE)));
    }

    /** The same with arguments that are short texts, for where there is little room. */
    public Finding shortened() {
        return new Finding(
                code,
                arguments.stream()
                        .limit(MOST_ARGUMENTS)
                        .<Object>map(one -> cut(Messages.text(one, Languages.DEFAULT), LONGEST_ARGUMENT))
                        .toList());
    }

    /** What is wrong, as a localized message. */
    public LocalizedMessage cause() {
        return ProblemTexts.cause(code, arguments);
    }

    /** What is wrong, in one sentence. */
    public String cause(Locale language) {
        return ProblemTexts.cause(code, language, arguments.toArray());
    }

    /** What to do, in one sentence. */
    public String solution(Locale language) {
        return ProblemTexts.solution(code, language, arguments.toArray());
    }

    /** Cause and solution, such as "The base URL is not set. Set it and restart." */
    public LocalizedMessage sentence() {
        return LocalizedMessage.of("problem.sentence", cause(), ProblemTexts.solution(code, arguments));
    }

    /** The same preceded by the code, for lists. */
    public LocalizedMessage line() {
        return LocalizedMessage.of("problem.line", code.code(), sentence());
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }
}
