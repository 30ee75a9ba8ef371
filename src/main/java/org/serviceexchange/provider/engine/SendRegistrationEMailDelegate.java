package org.serviceexchange.provider.engine;

import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.serviceexchange.provider.DeliveryFailed;
import org.serviceexchange.provider.SendRegistrationEMail;
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
            throw new BpmnError(RegistrationElements.DELIVERY_FAILED, failed.getMessage(), failed);
        }
    }
}
