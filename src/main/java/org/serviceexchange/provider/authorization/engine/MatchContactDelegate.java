package org.serviceexchange.provider.authorization.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.serviceexchange.provider.authorization.MatchContact;
import org.serviceexchange.provider.registration.engine.ConnectingUser;
import org.serviceexchange.provider.registration.engine.RegistrationElements;
import org.springframework.stereotype.Component;

/** "Match contact". */
@Component
class MatchContactDelegate implements JavaDelegate {

    private final MatchContact matchContact;
    private final ConnectingUser connectingUser;

    MatchContactDelegate(MatchContact matchContact, ConnectingUser connectingUser) {
        this.matchContact = matchContact;
        this.connectingUser = connectingUser;
    }

    @Override
    public void execute(DelegateExecution execution) {
        boolean matches = matchContact.match(execution.getProcessBusinessKey(), connectingUser.id());
        execution.setVariable(RegistrationElements.CONTACT_MATCHES, matches);
    }
}
