package org.serviceexchange.provider.closing.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.serviceexchange.provider.closing.CancelRegistration;
import org.springframework.stereotype.Component;

/** "Cancel registration". */
@Component
class CancelRegistrationDelegate implements JavaDelegate {

    private final CancelRegistration cancelRegistration;

    CancelRegistrationDelegate(CancelRegistration cancelRegistration) {
        this.cancelRegistration = cancelRegistration;
    }

    @Override
    public void execute(DelegateExecution execution) {
        cancelRegistration.cancel(execution.getProcessBusinessKey());
    }
}
