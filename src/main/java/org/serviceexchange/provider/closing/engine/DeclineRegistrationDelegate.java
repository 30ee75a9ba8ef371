package org.serviceexchange.provider.closing.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.serviceexchange.provider.closing.CloseRegistration;
import org.springframework.stereotype.Component;

/** "Decline registration"; whoever declined did so before the process was told, with the reason. */
@Component
class DeclineRegistrationDelegate implements JavaDelegate {

    private final CloseRegistration closeRegistration;

    DeclineRegistrationDelegate(CloseRegistration closeRegistration) {
        this.closeRegistration = closeRegistration;
    }

    @Override
    public void execute(DelegateExecution execution) {
        closeRegistration.decline(execution.getProcessBusinessKey(), "");
    }
}
