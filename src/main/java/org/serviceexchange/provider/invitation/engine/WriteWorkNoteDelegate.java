package org.serviceexchange.provider.invitation.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.serviceexchange.platform.engine.ReadableData;
import org.serviceexchange.provider.invitation.WriteWorkNote;
import org.serviceexchange.provider.registration.engine.RegistrationElements;
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
        String reason = (String) execution.getVariable(RegistrationElements.DELIVERY_PROBLEM);
        if (reason == null) {
            writeWorkNote.mailIsOff(execution.getProcessBusinessKey());
        } else {
            writeWorkNote.deliveryFailed(execution.getProcessBusinessKey(), ReadableData.finding(reason));
            execution.removeVariable(RegistrationElements.DELIVERY_PROBLEM);
        }
    }
}
