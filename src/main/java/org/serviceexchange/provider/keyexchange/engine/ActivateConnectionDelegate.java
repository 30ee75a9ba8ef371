package org.serviceexchange.provider.keyexchange.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.serviceexchange.platform.engine.job.AskingDelegate;
import org.serviceexchange.platform.store.Recording;
import org.serviceexchange.provider.keyexchange.ActivateConnectionAtProvider;
import org.springframework.stereotype.Component;

/** "Activate connection". */
@Component
class ActivateConnectionDelegate extends AskingDelegate<Boolean> {

    private final ActivateConnectionAtProvider activateConnection;

    ActivateConnectionDelegate(ActivateConnectionAtProvider activateConnection) {
        this.activateConnection = activateConnection;
    }

    @Override
    protected Recording<Boolean> ask(String number) {
        return activateConnection.activate(number);
    }

    @Override
    protected void proceed(DelegateExecution execution, Boolean active) {
        // The process goes on
    }
}
