package org.serviceexchange.consumer.validation.engine;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.serviceexchange.consumer.connection.engine.ConnectionElements;
import org.serviceexchange.platform.engine.FindingsVariable;
import org.serviceexchange.platform.problem.Finding;

/** Writes the result of a check to process variables. */
final class FindingVariables {

    private FindingVariables() {}

    static void write(DelegateExecution execution, List<Finding> findings) {
        execution.setVariable(ConnectionElements.FINDINGS, FindingsVariable.text(findings));
        execution.setVariable(ConnectionElements.PREREQUISITES_MET, findings.isEmpty());
    }
}
