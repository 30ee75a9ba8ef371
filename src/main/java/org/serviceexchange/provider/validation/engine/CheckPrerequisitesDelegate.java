package org.serviceexchange.provider.validation.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.serviceexchange.provider.registration.engine.RegistrationVariables;
import org.serviceexchange.provider.validation.CheckPrerequisites;
import org.springframework.stereotype.Component;

/** "Check prerequisites". */
@Component
class CheckPrerequisitesDelegate implements JavaDelegate {

    private final CheckPrerequisites checkPrerequisites;
    private final RegistrationVariables variables;

    CheckPrerequisitesDelegate(CheckPrerequisites checkPrerequisites, RegistrationVariables variables) {
        this.checkPrerequisites = checkPrerequisites;
        this.variables = variables;
    }

    @Override
    public void execute(DelegateExecution execution) {
        variables.findings(execution, checkPrerequisites.check(execution.getProcessBusinessKey()));
    }
}
