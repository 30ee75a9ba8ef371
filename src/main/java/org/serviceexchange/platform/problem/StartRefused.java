package org.serviceexchange.platform.problem;

import java.util.Locale;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** A problem that stops the start is shown as its cause and its solution, not as a stack trace. */
class StartRefused extends AbstractFailureAnalyzer<Problem> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, Problem problem) {
        String cause = problem.cause(Locale.ENGLISH) + " (" + problem.code().code() + ")";
        return new FailureAnalysis(cause, problem.solution(Locale.ENGLISH), rootFailure);
    }
}
