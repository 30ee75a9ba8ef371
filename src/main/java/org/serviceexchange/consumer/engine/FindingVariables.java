package org.serviceexchange.consumer.engine;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.serviceexchange.problem.Finding;
import org.serviceexchange.words.Phrase;

/** The result of a check as variables of the process. */
final class FindingVariables {

    /** The engine keeps no longer text in a variable. */
    private static final int MAX_TEXT = 4000;

    private FindingVariables() {}

    static void write(DelegateExecution execution, List<Finding> findings) {
        String text = Phrase.of(
                        "problem.lines", findings.stream().map(Finding::line).toList())
                .inDefault();
        execution.setVariable(
                ConnectionElements.FINDINGS, text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) : text);
        execution.setVariable(ConnectionElements.PREREQUISITES_MET, findings.isEmpty());
    }
}
