package org.serviceexchange.provider.closing.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.serviceexchange.provider.closing.CloseRegistration;
import org.springframework.stereotype.Component;

/** "Cancel registration". */
@Component
class CancelRegistrationDelegate implements JavaDelegate {

    private final CloseRegistration closeRegistration;

    CancelRegistrationDelegate(CloseRegistration closeRegistration) {
        this.closeRegistration = closeRegistration;
    }

    @Override
    public void execute(DelegateExecution execution) {
        closeRegistration.cancel(execution.getProcessBusinessKey());
    }
}
