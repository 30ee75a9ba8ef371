package org.serviceexchange.provider.authorization.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.serviceexchange.provider.authorization.MatchContact;
import org.serviceexchange.provider.registration.engine.RegistrationElements;
import org.springframework.stereotype.Component;

/** "Match contact". */
@Component
class MatchContactDelegate implements JavaDelegate {

    private final MatchContact matchContact;

    MatchContactDelegate(MatchContact matchContact) {
        this.matchContact = matchContact;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String user = (String) execution.getVariable(RegistrationElements.CONNECTING_USER);
        boolean matches = matchContact.match(execution.getProcessBusinessKey(), user);
        execution.setVariable(RegistrationElements.CONTACT_MATCHES, matches);
    }
}
