package org.serviceexchange.connection.rotation.engine;

import java.time.Instant;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.serviceexchange.connection.life.engine.LifeElements;
import org.serviceexchange.connection.rotation.ScheduleRotation;
import org.springframework.stereotype.Component;

/** "Schedule rotation". */
@Component
class ScheduleRotationDelegate implements JavaDelegate {

    private final ScheduleRotation scheduleRotation;

    ScheduleRotationDelegate(ScheduleRotation scheduleRotation) {
        this.scheduleRotation = scheduleRotation;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Optional<Instant> due = scheduleRotation.schedule(execution.getProcessBusinessKey());
        execution.setVariable(LifeElements.ALIVE, due.isPresent());
        due.ifPresent(at -> execution.setVariable(LifeElements.ROTATION_DUE, at.toString()));
    }
}
