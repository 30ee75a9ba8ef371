package org.serviceexchange.consumer.validation.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.serviceexchange.consumer.validation.CheckPrerequisites;
import org.springframework.stereotype.Component;

/** "Check prerequisites". */
@Component
class CheckPrerequisitesDelegate implements JavaDelegate {

    private final CheckPrerequisites checkPrerequisites;

    CheckPrerequisitesDelegate(CheckPrerequisites checkPrerequisites) {
        this.checkPrerequisites = checkPrerequisites;
    }

    @Override
    public void execute(DelegateExecution execution) {
        FindingVariables.write(execution, checkPrerequisites.check(execution.getProcessBusinessKey()));
    }
}
