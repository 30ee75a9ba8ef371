package org.serviceexchange.provider.invitation.engine;

import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.serviceexchange.platform.engine.ReadableData;
import org.serviceexchange.platform.engine.job.AskingDelegate;
import org.serviceexchange.platform.store.Recording;
import org.serviceexchange.provider.invitation.SendRegistrationEMail;
import org.serviceexchange.provider.registration.DeliveryFailed;
import org.serviceexchange.provider.registration.engine.RegistrationElements;
import org.springframework.stereotype.Component;

/** "Send registration e-mail". */
@Component
class SendRegistrationEMailDelegate extends AskingDelegate<Boolean> {

    private final SendRegistrationEMail sendRegistrationEMail;

    SendRegistrationEMailDelegate(SendRegistrationEMail sendRegistrationEMail) {
        this.sendRegistrationEMail = sendRegistrationEMail;
    }

    @Override
    protected Recording<Boolean> ask(String number) {
        try {
            return sendRegistrationEMail.send(number);
        } catch (DeliveryFailed failed) {
            return () -> {
                throw new BpmnError(RegistrationElements.DELIVERY_FAILED, ReadableData.of(failed.finding()), failed);
            };
        }
    }

    @Override
    protected void proceed(DelegateExecution execution, Boolean sent) {
        // The process goes on
    }
}
