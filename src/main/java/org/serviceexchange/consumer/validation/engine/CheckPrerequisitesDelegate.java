package org.serviceexchange.consumer.validation.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.serviceexchange.consumer.connection.engine.ConnectionElements;
import org.serviceexchange.consumer.validation.CheckPrerequisitesAtConsumer;
import org.serviceexchange.platform.engine.FindingsVariable;
import org.springframework.stereotype.Component;

/** "Check prerequisites". */
@Component
class CheckPrerequisitesDelegate implements JavaDelegate {

    private final CheckPrerequisitesAtConsumer checkPrerequisites;

    CheckPrerequisitesDelegate(CheckPrerequisitesAtConsumer checkPrerequisites) {
        this.checkPrerequisites = checkPrerequisites;
    }

    @Override
    public void execute(DelegateExecution execution) {
        FindingsVariable.write(
                execution,
                checkPrerequisites.check(execution.getProcessBusinessKey()),
                ConnectionElements.RESOLVE_VALIDATION_FINDINGS);
    }
}
