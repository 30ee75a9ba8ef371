package org.serviceexchange.provider.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.serviceexchange.provider.WriteWorkNote;
import org.springframework.stereotype.Component;

/** "Write work note". */
@Component
class WriteWorkNoteDelegate implements JavaDelegate {

    private final WriteWorkNote writeWorkNote;

    WriteWorkNoteDelegate(WriteWorkNote writeWorkNote) {
        this.writeWorkNote = writeWorkNote;
    }

    @Override
    public void execute(DelegateExecution execution) {
        if (execution.getVariable(RegistrationElements.DELIVERY_PROBLEM) == null) {
            writeWorkNote.mailIsOff(execution.getProcessBusinessKey());
        } else {
            writeWorkNote.deliveryFailed(execution.getProcessBusinessKey());
            execution.removeVariable(RegistrationElements.DELIVERY_PROBLEM);
        }
    }
}
