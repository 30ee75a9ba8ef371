package org.serviceexchange.provider.keyexchange.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.serviceexchange.provider.keyexchange.ActivateConnectionAtProvider;
import org.springframework.stereotype.Component;

/** "Activate connection". */
@Component
class ActivateConnectionDelegate implements JavaDelegate {

    private final ActivateConnectionAtProvider activateConnection;

    ActivateConnectionDelegate(ActivateConnectionAtProvider activateConnection) {
        this.activateConnection = activateConnection;
    }

    @Override
    public void execute(DelegateExecution execution) {
        activateConnection.activate(execution.getProcessBusinessKey());
    }
}
