package org.serviceexchange.provider.closing.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.serviceexchange.provider.closing.ExpireRegistration;
import org.springframework.stereotype.Component;

/** "Expire registration". */
@Component
class ExpireRegistrationDelegate implements JavaDelegate {

    private final ExpireRegistration expireRegistration;

    ExpireRegistrationDelegate(ExpireRegistration expireRegistration) {
        this.expireRegistration = expireRegistration;
    }

    @Override
    public void execute(DelegateExecution execution) {
        expireRegistration.expire(execution.getProcessBusinessKey());
    }
}
