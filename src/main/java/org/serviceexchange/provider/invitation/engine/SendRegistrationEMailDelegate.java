package org.serviceexchange.provider.invitation.engine;

import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.serviceexchange.platform.engine.ReadableData;
import org.serviceexchange.provider.invitation.SendRegistrationEMail;
import org.serviceexchange.provider.registration.DeliveryFailed;
import org.serviceexchange.provider.registration.engine.RegistrationElements;
import org.springframework.stereotype.Component;

/** "Send registration e-mail". */
@Component
class SendRegistrationEMailDelegate implements JavaDelegate {

    private final SendRegistrationEMail sendRegistrationEMail;

    SendRegistrationEMailDelegate(SendRegistrationEMail sendRegistrationEMail) {
        this.sendRegistrationEMail = sendRegistrationEMail;
    }

    @Override
    public void execute(DelegateExecution execution) {
        try {
            sendRegistrationEMail.send(execution.getProcessBusinessKey());
        } catch (DeliveryFailed failed) {
            throw new BpmnError(RegistrationElements.DELIVERY_FAILED, ReadableData.of(failed.finding()), failed);
        }
    }
}
