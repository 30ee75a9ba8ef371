package org.serviceexchange.problem;

import java.util.List;
import java.util.Locale;

/** A refusal or failure from the catalogue, with the particulars of this case. */
public final class Problem extends RuntimeException {

    private final transient List<Object> particulars;
    private final ProblemCode code;

    /** A problem whose texts name the given particulars, in the order of their placeholders. */
    public Problem(ProblemCode code, Object... particulars) {
        super(ProblemTexts.sentence(code, Locale.ENGLISH, particulars));
        this.code = code;
        this.particulars = List.of(particulars);
    }

    /** The same with the technical reason, for the log only. */
    public Problem(ProblemCode code, Throwable reason, Object... particulars) {
        this(code, particulars);
        initCause(reason);
    }

    public ProblemCode code() {
        return code;
    }

    /** What is wrong, in one sentence. */
    public String cause(Locale locale) {
        return ProblemTexts.cause(code, locale, particulars.toArray());
    }

    /** What to do, in one sentence. */
    public String solution(Locale locale) {
        return ProblemTexts.solution(code, locale, particulars.toArray());
    }
}
