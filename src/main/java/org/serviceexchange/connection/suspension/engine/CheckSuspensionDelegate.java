package org.serviceexchange.connection.suspension.engine;

import java.time.Instant;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.serviceexchange.connection.life.engine.LifeElements;
import org.serviceexchange.connection.suspension.CheckSuspension;
import org.springframework.stereotype.Component;

/** "Check suspension". */
@Component
class CheckSuspensionDelegate implements JavaDelegate {

    private final CheckSuspension checkSuspension;

    CheckSuspensionDelegate(CheckSuspension checkSuspension) {
        this.checkSuspension = checkSuspension;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Optional<Instant> until = checkSuspension.until(execution.getProcessBusinessKey());
        execution.setVariable(LifeElements.SUSPENDED, until.isPresent());
        until.ifPresent(at -> execution.setVariable(LifeElements.SUSPENDED_UNTIL, at.toString()));
    }
}
