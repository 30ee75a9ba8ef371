package org.serviceexchange.block.engine;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.serviceexchange.block.MailOrder;
import org.serviceexchange.block.SendMail;
import org.serviceexchange.platform.engine.job.ConfiguredDelegate;
import org.serviceexchange.platform.store.Recording;
import org.springframework.stereotype.Component;

/** An e-mail whose recipients and words stand in the model. */
@Component
class SendMailDelegate extends ConfiguredDelegate<Boolean> {

    private final SendMail sendMail;

    SendMailDelegate(SendMail sendMail) {
        this.sendMail = sendMail;
    }

    @Override
    protected Recording<Boolean> ask(String number, Map<String, String> properties) {
        return sendMail.send(number, MailOrder.of(properties));
    }

    @Override
    protected void proceed(DelegateExecution execution, Boolean sent) {
        // The process goes on
    }
}
