package org.serviceexchange.provider.invitation.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.serviceexchange.platform.engine.kept.KeptMessages;
import org.serviceexchange.provider.invitation.RenewRegistrationLink;
import org.serviceexchange.provider.registration.engine.RegistrationVariables;
import org.springframework.stereotype.Component;

/** "Renew registration link". */
@Component
class RenewRegistrationLinkDelegate implements JavaDelegate {

    private final RenewRegistrationLink renewRegistrationLink;
    private final RegistrationVariables variables;

    RenewRegistrationLinkDelegate(RenewRegistrationLink renewRegistrationLink, RegistrationVariables variables) {
        this.renewRegistrationLink = renewRegistrationLink;
        this.variables = variables;
    }

    @Override
    public void execute(DelegateExecution execution) {
        KeptMessages.forget(execution);
        variables.link(execution, renewRegistrationLink.renew(execution.getProcessBusinessKey()));
    }
}
