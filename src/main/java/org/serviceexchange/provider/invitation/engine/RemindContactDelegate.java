package org.serviceexchange.provider.invitation.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.serviceexchange.platform.engine.job.AskingDelegate;
import org.serviceexchange.platform.store.Recording;
import org.serviceexchange.provider.invitation.RemindContact;
import org.springframework.stereotype.Component;

/** "Remind contact". */
@Component
class RemindContactDelegate extends AskingDelegate<Boolean> {

    private final RemindContact remindContact;

    RemindContactDelegate(RemindContact remindContact) {
        this.remindContact = remindContact;
    }

    @Override
    protected Recording<Boolean> ask(String number) {
        return remindContact.remind(number);
    }

    @Override
    protected void proceed(DelegateExecution execution, Boolean reminded) {
        // The process goes on
    }
}
