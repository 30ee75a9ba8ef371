package org.serviceexchange.connection.contact.engine;

import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.serviceexchange.connection.contact.LetHeartbeatsGoOn;
import org.springframework.stereotype.Component;

/** "Let heartbeats go on". */
@Component
class LetHeartbeatsGoOnDelegate implements JavaDelegate {

    private final LetHeartbeatsGoOn letHeartbeatsGoOn;

    LetHeartbeatsGoOnDelegate(LetHeartbeatsGoOn letHeartbeatsGoOn) {
        this.letHeartbeatsGoOn = letHeartbeatsGoOn;
    }

    /** In the transaction in which the person completes the task. */
    @Override
    public void execute(DelegateExecution execution) {
        var person = execution.getProcessEngineServices().getIdentityService().getCurrentAuthentication();
        letHeartbeatsGoOn.goOn(
                execution.getProcessBusinessKey(),
                Objects.requireNonNull(person).getUserId());
    }
}
