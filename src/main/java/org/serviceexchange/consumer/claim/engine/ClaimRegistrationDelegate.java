package org.serviceexchange.consumer.claim.engine;

import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.serviceexchange.consumer.claim.ClaimRegistration;
import org.serviceexchange.consumer.connection.engine.ConnectionElements;
import org.serviceexchange.platform.engine.ReadableData;
import org.springframework.stereotype.Component;

/** "Claim registration". */
@Component
class ClaimRegistrationDelegate implements JavaDelegate {

    private final ClaimRegistration claimRegistration;

    ClaimRegistrationDelegate(ClaimRegistration claimRegistration) {
        this.claimRegistration = claimRegistration;
    }

    @Override
    public void execute(DelegateExecution execution) {
        claimRegistration.claim(execution.getProcessBusinessKey()).ifPresent(reason -> {
            throw new BpmnError(ConnectionElements.REFUSED, ReadableData.of(reason));
        });
    }
}
