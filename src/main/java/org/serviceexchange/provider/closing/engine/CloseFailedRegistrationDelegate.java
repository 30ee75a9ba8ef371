package org.serviceexchange.provider.closing.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.serviceexchange.platform.engine.job.WaitingTimers;
import org.serviceexchange.provider.closing.CloseRegistration;
import org.springframework.stereotype.Component;

/** "Close failed registration". */
@Component
class CloseFailedRegistrationDelegate implements JavaDelegate {

    private final CloseRegistration closeRegistration;

    CloseFailedRegistrationDelegate(CloseRegistration closeRegistration) {
        this.closeRegistration = closeRegistration;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String number = execution.getProcessBusinessKey();
        if (WaitingTimers.isRunning()) {
            closeRegistration.notReviewed(number);
        } else {
            closeRegistration.closeFailed(number);
        }
    }
}
