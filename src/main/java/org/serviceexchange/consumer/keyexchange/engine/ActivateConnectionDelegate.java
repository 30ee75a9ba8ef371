package org.serviceexchange.consumer.keyexchange.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.serviceexchange.consumer.connection.engine.ConnectionElements;
import org.serviceexchange.consumer.keyexchange.ActivateConnectionAtConsumer;
import org.serviceexchange.platform.engine.job.AskingDelegate;
import org.serviceexchange.platform.store.Recording;
import org.springframework.stereotype.Component;

/** "Activate connection". */
@Component
class ActivateConnectionDelegate extends AskingDelegate<Boolean> {

    private final ActivateConnectionAtConsumer activateConnection;

    ActivateConnectionDelegate(ActivateConnectionAtConsumer activateConnection) {
        this.activateConnection = activateConnection;
    }

    @Override
    protected Recording<Boolean> ask(String number) {
        return activateConnection.activate(number);
    }

    @Override
    protected void proceed(DelegateExecution execution, Boolean probed) {
        execution.setVariable(ConnectionElements.PROBED_BY_PROVIDER, probed);
    }
}
