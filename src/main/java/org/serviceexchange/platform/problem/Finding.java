package org.serviceexchange.platform.problem;

import java.util.List;
import java.util.Locale;
import org.serviceexchange.platform.message.LocalizedMessage;

/**
 * A problem that was found and is kept until it is resolved, such as a prerequisite that is not met.
 *
 * @param arguments what the texts of the code name, as a {@link LocalizedMessage} keeps them
 */
public record Finding(ProblemCode code, List<Object> arguments) {

    public Finding {
        arguments = ProblemTexts.cause(code, arguments).arguments();
    }

    /** What is wrong, as a phrase. */
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

    /** The same with the code before it, for lists. */
    public LocalizedMessage line() {
        return LocalizedMessage.of("problem.line", code.code(), sentence());
    }
}
