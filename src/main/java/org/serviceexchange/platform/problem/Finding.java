package org.serviceexchange.platform.problem;

import java.util.List;
import java.util.Locale;
import org.serviceexchange.platform.message.LocalizedMessage;

/**
 * A stored problem that has to be resolved, such as a prerequisite that is not met.
 *
 * @param arguments arguments of the code's texts, as in a {@link LocalizedMessage}
 */
public record Finding(ProblemCode code, List<Object> arguments) {

    public Finding {
        arguments = ProblemTexts.cause(code, arguments).arguments();
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
}
