package org.serviceexchange.platform.problem;

import java.util.Locale;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows a problem that prevents the start with its cause and solution instead of a stack trace. */
class StartRefused extends AbstractFailureAnalyzer<Problem> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, Problem problem) {
        String cause = problem.cause(Locale.ENGLISH) + " (" + problem.code().code() + ")";
        return new FailureAnalysis(cause, problem.solution(Locale.ENGLISH), rootFailure);
    }
}
