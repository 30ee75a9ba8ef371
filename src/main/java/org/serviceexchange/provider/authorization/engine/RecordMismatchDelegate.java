package org.serviceexchange.provider.authorization.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.serviceexchange.provider.authorization.RecordMismatch;
import org.serviceexchange.provider.registration.engine.RegistrationElements;
import org.springframework.stereotype.Component;

/** "Record mismatch". */
@Component
class RecordMismatchDelegate implements JavaDelegate {

    private final RecordMismatch recordMismatch;

    RecordMismatchDelegate(RecordMismatch recordMismatch) {
        this.recordMismatch = recordMismatch;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String user = (String) execution.getVariable(RegistrationElements.CONNECTING_USER);
        recordMismatch.record(execution.getProcessBusinessKey(), user);
    }
}
