package org.serviceexchange.provider.invitation.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.serviceexchange.provider.invitation.CreateRegistrationTask;
import org.serviceexchange.provider.registration.engine.RegistrationVariables;
import org.springframework.stereotype.Component;

/** "Create registration task". */
@Component
class CreateRegistrationTaskDelegate implements JavaDelegate {

    private final CreateRegistrationTask createRegistrationTask;
    private final RegistrationVariables variables;

    CreateRegistrationTaskDelegate(CreateRegistrationTask createRegistrationTask, RegistrationVariables variables) {
        this.createRegistrationTask = createRegistrationTask;
        this.variables = variables;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String number = execution.getProcessBusinessKey();
        variables.link(
                execution,
                LinkLife.of(execution)
                        .map(life -> createRegistrationTask.create(number, life))
                        .orElseGet(() -> createRegistrationTask.create(number)));
    }
}
