package org.serviceexchange.consumer.closing.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.serviceexchange.consumer.closing.CancelConnection;
import org.springframework.stereotype.Component;

/** "Cancel connection". */
@Component
class CancelConnectionDelegate implements JavaDelegate {

    private final CancelConnection cancelConnection;

    CancelConnectionDelegate(CancelConnection cancelConnection) {
        this.cancelConnection = cancelConnection;
    }

    @Override
    public void execute(DelegateExecution execution) {
        cancelConnection.cancel(execution.getProcessBusinessKey());
    }
}
