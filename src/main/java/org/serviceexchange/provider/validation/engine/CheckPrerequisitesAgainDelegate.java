package org.serviceexchange.provider.validation.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.serviceexchange.provider.registration.engine.RegistrationVariables;
import org.serviceexchange.provider.validation.CheckPrerequisitesAgain;
import org.springframework.stereotype.Component;

/** "Check prerequisites again". */
@Component
class CheckPrerequisitesAgainDelegate implements JavaDelegate {

    private final CheckPrerequisitesAgain checkPrerequisitesAgain;
    private final RegistrationVariables variables;

    CheckPrerequisitesAgainDelegate(CheckPrerequisitesAgain checkPrerequisitesAgain, RegistrationVariables variables) {
        this.checkPrerequisitesAgain = checkPrerequisitesAgain;
        this.variables = variables;
    }

    @Override
    public void execute(DelegateExecution execution) {
        variables.findings(execution, checkPrerequisitesAgain.check(execution.getProcessBusinessKey()));
    }
}
