package org.serviceexchange.consumer.keyexchange.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.serviceexchange.consumer.connection.engine.ConnectionElements;
import org.serviceexchange.consumer.keyexchange.ActivateConnectionAtConsumer;
import org.springframework.stereotype.Component;

/** "Activate connection". */
@Component
class ActivateConnectionDelegate implements JavaDelegate {

    private final ActivateConnectionAtConsumer activateConnection;

    ActivateConnectionDelegate(ActivateConnectionAtConsumer activateConnection) {
        this.activateConnection = activateConnection;
    }

    @Override
    public void execute(DelegateExecution execution) {
        boolean probed = activateConnection.activate(execution.getProcessBusinessKey());
        execution.setVariable(ConnectionElements.PROBED_BY_PROVIDER, probed);
    }
}
