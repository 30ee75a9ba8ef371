package org.serviceexchange.consumer.validation.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.serviceexchange.consumer.validation.CheckPrerequisitesAgain;
import org.springframework.stereotype.Component;

/** "Check prerequisites again". */
@Component
class CheckPrerequisitesAgainDelegate implements JavaDelegate {

    private final CheckPrerequisitesAgain checkPrerequisitesAgain;

    CheckPrerequisitesAgainDelegate(CheckPrerequisitesAgain checkPrerequisitesAgain) {
        this.checkPrerequisitesAgain = checkPrerequisitesAgain;
    }

    @Override
    public void execute(DelegateExecution execution) {
        FindingVariables.write(execution, checkPrerequisitesAgain.check(execution.getProcessBusinessKey()));
    }
}
