package org.serviceexchange.provider.registration.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.serviceexchange.approval.engine.ApprovalTasks;
import org.serviceexchange.provider.registration.ReceiveRegistrationRequest;
import org.serviceexchange.provider.registration.RegistrationRequest;
import org.springframework.stereotype.Component;

/** "Receive registration request". */
@Component
class ReceiveRegistrationRequestDelegate implements JavaDelegate {

    private final ReceiveRegistrationRequest receiveRegistrationRequest;
    private final ApprovalTasks approvals;
    private final RegistrationVariables variables;

    ReceiveRegistrationRequestDelegate(
            ReceiveRegistrationRequest receiveRegistrationRequest,
            ApprovalTasks approvals,
            RegistrationVariables variables) {
        this.receiveRegistrationRequest = receiveRegistrationRequest;
        this.approvals = approvals;
        this.variables = variables;
    }

    @Override
    public void execute(DelegateExecution execution) {
        RegistrationRequest request = receiveRegistrationRequest.receive(variables.order(execution));
        variables.begin(execution, request);
        approvals.begin(execution);
    }
}
