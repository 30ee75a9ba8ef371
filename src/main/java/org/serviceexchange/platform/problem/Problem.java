package org.serviceexchange.platform.problem;

import java.util.List;
import java.util.Locale;
import org.serviceexchange.platform.message.Languages;
import org.serviceexchange.platform.message.LocalizedMessage;

/** A refusal or failure from the catalogue, with its arguments. */
public final class Problem extends RuntimeException implements ExplainedFailure {

    private final transient List<Object> arguments;
    private final ProblemCode code;

    /** A problem with the arguments of its texts, in the order of their placeholders. */
    public Problem(ProblemCode code, Object... arguments) {
        super(ProblemTexts.sentence(code, Languages.DEFAULT, arguments));
        this.code = code;
        this.arguments = List.of(arguments);
    }

    private Problem(Problem problem, String message) {
        super(message, problem.getCause());
        this.code = problem.code;
        this.arguments = problem.arguments;
    }

    /** A problem with a technical cause, which appears in the log only. */
    public Problem(ProblemCode code, Throwable reason, Object... arguments) {
        this(code, arguments);
        initCause(reason);
    }

    /** A copy whose {@code getMessage()} is in a reader's language, for readers who see only the message. */
    public Problem in(Locale language) {
        return new Problem(this, ProblemTexts.sentence(code, language, arguments.toArray()));
    }

    public ProblemCode code() {
        return code;
    }

    /** Cause and solution as one text. */
    public String sentence(Locale locale) {
        return cause(locale) + " " + solution(locale);
    }

    /** What is wrong, in one sentence. */
    public String cause(Locale locale) {
        return ProblemTexts.cause(code, locale, arguments.toArray());
    }

    /** What to do, in one sentence. */
    public String solution(Locale locale) {
        return ProblemTexts.solution(code, locale, arguments.toArray());
    }

    @Override
    public Finding finding() {
        return new Finding(code, arguments);
    }

    /** Cause and solution as one localized message, to be stored and read in any language. */
    public LocalizedMessage message() {
        return finding().sentence();
    }
}
