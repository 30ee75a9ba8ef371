package org.serviceexchange.platform.problem;

import java.util.List;
import java.util.Locale;
import org.serviceexchange.platform.message.Phrase;

/**
 * A problem that was found and is kept until it is resolved, such as a prerequisite that is not met.
 *
 * @param particulars what the texts of the code name, as a {@link Phrase} keeps them
 */
public record Finding(ProblemCode code, List<Object> particulars) {

    public Finding {
        particulars = ProblemTexts.cause(code, particulars).particulars();
    }

    /** What is wrong, as a phrase. */
    public Phrase cause() {
        return ProblemTexts.cause(code, particulars);
    }

    /** What is wrong, in one sentence. */
    public String cause(Locale language) {
        return ProblemTexts.cause(code, language, particulars.toArray());
    }

    /** What to do, in one sentence. */
    public String solution(Locale language) {
        return ProblemTexts.solution(code, language, particulars.toArray());
    }

    /** Cause and solution, such as "The base URL is not set. Set it and restart." */
    public Phrase sentence() {
        return Phrase.of("problem.sentence", cause(), ProblemTexts.solution(code, particulars));
    }

    /** The same with the code before it, for lists. */
    public Phrase line() {
        return Phrase.of("problem.line", code.code(), sentence());
    }
}
