package org.serviceexchange.consumer.closing.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.serviceexchange.consumer.closing.ExpireConnection;
import org.springframework.stereotype.Component;

/** "Expire connection". */
@Component
class ExpireConnectionDelegate implements JavaDelegate {

    private final ExpireConnection expireConnection;

    ExpireConnectionDelegate(ExpireConnection expireConnection) {
        this.expireConnection = expireConnection;
    }

    @Override
    public void execute(DelegateExecution execution) {
        expireConnection.expire(execution.getProcessBusinessKey());
    }
}
