package org.serviceexchange.provider.closing.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.serviceexchange.provider.closing.CloseFailedRegistration;
import org.springframework.stereotype.Component;

/** "Close failed registration". */
@Component
class CloseFailedRegistrationDelegate implements JavaDelegate {

    private final CloseFailedRegistration closeFailedRegistration;

    CloseFailedRegistrationDelegate(CloseFailedRegistration closeFailedRegistration) {
        this.closeFailedRegistration = closeFailedRegistration;
    }

    @Override
    public void execute(DelegateExecution execution) {
        closeFailedRegistration.close(execution.getProcessBusinessKey());
    }
}
