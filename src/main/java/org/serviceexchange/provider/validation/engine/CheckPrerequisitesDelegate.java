package org.serviceexchange.provider.validation.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.serviceexchange.platform.engine.FindingsVariable;
import org.serviceexchange.provider.registration.engine.RegistrationElements;
import org.serviceexchange.provider.validation.CheckPrerequisitesAtProvider;
import org.springframework.stereotype.Component;

/** "Check prerequisites". */
@Component
class CheckPrerequisitesDelegate implements JavaDelegate {

    private final CheckPrerequisitesAtProvider checkPrerequisites;

    CheckPrerequisitesDelegate(CheckPrerequisitesAtProvider checkPrerequisites) {
        this.checkPrerequisites = checkPrerequisites;
    }

    @Override
    public void execute(DelegateExecution execution) {
        FindingsVariable.write(
                execution,
                checkPrerequisites.check(execution.getProcessBusinessKey()),
                RegistrationElements.RESOLVE_VALIDATION_FINDINGS);
    }
}
