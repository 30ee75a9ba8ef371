package org.serviceexchange.provider.authorization.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.serviceexchange.provider.authorization.RecordMismatch;
import org.serviceexchange.provider.registration.engine.ConnectingUser;
import org.springframework.stereotype.Component;

/** "Record mismatch". */
@Component
class RecordMismatchDelegate implements JavaDelegate {

    private final RecordMismatch recordMismatch;
    private final ConnectingUser connectingUser;

    RecordMismatchDelegate(RecordMismatch recordMismatch, ConnectingUser connectingUser) {
        this.recordMismatch = recordMismatch;
        this.connectingUser = connectingUser;
    }

    @Override
    public void execute(DelegateExecution execution) {
        recordMismatch.record(execution.getProcessBusinessKey(), connectingUser.id());
    }
}
