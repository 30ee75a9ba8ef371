package org.serviceexchange.provider.registration.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.serviceexchange.provider.registration.ReceiveRegistrationRequest;
import org.serviceexchange.provider.registration.RegistrationRequest;
import org.springframework.stereotype.Component;

/** "Receive registration request". */
@Component
class ReceiveRegistrationRequestDelegate implements JavaDelegate {

    private final ReceiveRegistrationRequest receiveRegistrationRequest;
    private final RegistrationVariables variables;

    ReceiveRegistrationRequestDelegate(
            ReceiveRegistrationRequest receiveRegistrationRequest, RegistrationVariables variables) {
        this.receiveRegistrationRequest = receiveRegistrationRequest;
        this.variables = variables;
    }

    @Override
    public void execute(DelegateExecution execution) {
        RegistrationRequest request = receiveRegistrationRequest.receive(variables.order(execution));
        variables.begin(execution, request);
    }
}
