package org.serviceexchange.provider.validation.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.serviceexchange.platform.engine.OpenTasks;
import org.serviceexchange.provider.registration.engine.RegistrationElements;
import org.serviceexchange.provider.validation.RemindOfFindings;
import org.springframework.stereotype.Component;

/** "Remind of findings". */
@Component
class RemindOfFindingsDelegate implements JavaDelegate {

    private final RemindOfFindings remindOfFindings;

    RemindOfFindingsDelegate(RemindOfFindings remindOfFindings) {
        this.remindOfFindings = remindOfFindings;
    }

    @Override
    public void execute(DelegateExecution execution) {
        remindOfFindings.remind(execution.getProcessBusinessKey());
        OpenTasks.urge(execution, RegistrationElements.RESOLVE_VALIDATION_FINDINGS);
    }
}
