package org.serviceexchange.provider.validation.engine;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.serviceexchange.platform.engine.FindingsVariable;
import org.serviceexchange.platform.engine.job.AskingDelegate;
import org.serviceexchange.platform.problem.Finding;
import org.serviceexchange.platform.store.Recording;
import org.serviceexchange.provider.registration.engine.RegistrationElements;
import org.serviceexchange.provider.validation.CheckPrerequisitesAtProvider;
import org.springframework.stereotype.Component;

/** "Check prerequisites". */
@Component
class CheckPrerequisitesDelegate extends AskingDelegate<List<Finding>> {

    private final CheckPrerequisitesAtProvider checkPrerequisites;

    CheckPrerequisitesDelegate(CheckPrerequisitesAtProvider checkPrerequisites) {
        this.checkPrerequisites = checkPrerequisites;
    }

    @Override
    protected Recording<List<Finding>> ask(String number) {
        return checkPrerequisites.check(number);
    }

    @Override
    protected void proceed(DelegateExecution execution, List<Finding> findings) {
        FindingsVariable.write(execution, findings, RegistrationElements.RESOLVE_VALIDATION_FINDINGS);
    }
}
