package org.serviceexchange.connection.contact.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.serviceexchange.connection.contact.TryContact;
import org.serviceexchange.connection.life.engine.LifeElements;
import org.serviceexchange.platform.engine.job.AskingDelegate;
import org.serviceexchange.platform.store.Recording;
import org.springframework.stereotype.Component;

/** "Try contact". */
@Component
class TryContactDelegate extends AskingDelegate<Boolean> {

    private final TryContact tryContact;

    TryContactDelegate(TryContact tryContact) {
        this.tryContact = tryContact;
    }

    @Override
    protected Recording<Boolean> ask(String number) {
        return tryContact.tryContact(number);
    }

    @Override
    protected void proceed(DelegateExecution execution, Boolean restored) {
        execution.setVariable(LifeElements.CONTACT_RESTORED, restored);
    }
}
