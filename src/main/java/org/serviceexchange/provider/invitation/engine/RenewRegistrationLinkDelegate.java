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
        String number = execution.getProcessBusinessKey();
        variables.link(
                execution,
                LinkLife.of(execution)
                        .map(life -> renewRegistrationLink.renew(number, life))
                        .orElseGet(() -> renewRegistrationLink.renew(number)));
    }
}
