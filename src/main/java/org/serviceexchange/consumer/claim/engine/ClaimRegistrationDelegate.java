package org.serviceexchange.consumer.claim.engine;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.serviceexchange.consumer.claim.ClaimRegistration;
import org.serviceexchange.consumer.connection.engine.ConnectionElements;
import org.serviceexchange.platform.engine.ReadableData;
import org.serviceexchange.platform.engine.job.AskingDelegate;
import org.serviceexchange.platform.engine.kept.KeptMessages;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.store.Recording;
import org.springframework.stereotype.Component;

/** "Claim registration". */
@Component
class ClaimRegistrationDelegate extends AskingDelegate<Optional<LocalizedMessage>> {

    private final ClaimRegistration claimRegistration;

    ClaimRegistrationDelegate(ClaimRegistration claimRegistration) {
        this.claimRegistration = claimRegistration;
    }

    @Override
    protected Recording<Optional<LocalizedMessage>> ask(String number) {
        return claimRegistration.claim(number);
    }

    @Override
    protected void proceed(DelegateExecution execution, Optional<LocalizedMessage> refusal) {
        KeptMessages.forget(execution);
        refusal.ifPresent(reason -> {
            throw new BpmnError(ConnectionElements.REFUSED, ReadableData.of(reason));
        });
    }
}
