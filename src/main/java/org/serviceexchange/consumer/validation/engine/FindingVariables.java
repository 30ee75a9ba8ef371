package org.serviceexchange.consumer.validation.engine;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.serviceexchange.consumer.connection.engine.ConnectionElements;
import org.serviceexchange.platform.engine.FindingsVariable;
import org.serviceexchange.platform.engine.OpenTasks;
import org.serviceexchange.platform.problem.Finding;

/** Writes the result of a check to process variables. */
final class FindingVariables {

    private FindingVariables() {}

    /** The answer last: in definitions of earlier versions, setting it ends the task that shows the rest. */
    static void write(DelegateExecution execution, List<Finding> findings) {
        FindingsVariable.write(execution, findings);
        execution.setVariable(
                ConnectionElements.FINDINGS_BEING_RESOLVED,
                OpenTasks.in(execution, ConnectionElements.RESOLVE_VALIDATION_FINDINGS));
        execution.setVariable(ConnectionElements.PREREQUISITES_MET, findings.isEmpty());
    }
}
