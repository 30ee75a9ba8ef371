package org.serviceexchange.consumer.closing.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.serviceexchange.consumer.closing.CloseConnection;
import org.springframework.stereotype.Component;

/** "Cancel connection". */
@Component
class CancelConnectionDelegate implements JavaDelegate {

    private final CloseConnection closeConnection;

    CancelConnectionDelegate(CloseConnection closeConnection) {
        this.closeConnection = closeConnection;
    }

    @Override
    public void execute(DelegateExecution execution) {
        closeConnection.cancel(execution.getProcessBusinessKey());
    }
}
