package org.serviceexchange.connection.life.engine;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.serviceexchange.connection.life.ConnectionLife;
import org.serviceexchange.platform.engine.CaseProcess;
import org.serviceexchange.platform.engine.FailedSteps;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Runs the process of a living connection on the engine. */
@Component
class EngineConnectionLife implements ConnectionLife {

    private final RuntimeService runtime;
    private final CaseProcess cases;

    EngineConnectionLife(RuntimeService runtime, TaskService tasks, FailedSteps failedSteps) {
        this.runtime = runtime;
        this.cases = new CaseProcess(LifeElements.PROCESS, runtime, tasks, failedSteps);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void begin(String number) {
        if (cases.running(number).isEmpty()) {
            runtime.startProcessInstanceByKey(
                    LifeElements.PROCESS, number, Map.of(LifeElements.CONNECTION_NUMBER, number));
        }
    }

    @Override
    public boolean rotationAsked(String number) {
        return cases.tell(number, LifeElements.ROTATION_ASKED, Map.of());
    }

    @Override
    public void keysRotated(String number) {
        cases.tell(number, LifeElements.KEYS_ROTATED, Map.of());
    }

    @Override
    public void suspensionChanged(String number) {
        cases.tell(number, LifeElements.SUSPENSION_CHANGED, Map.of());
    }

    @Override
    public boolean contactLost(String number, String subject) {
        return cases.tell(number, LifeElements.CONTACT_LOST, described(number, subject));
    }

    @Override
    public boolean peerDoubled(String number, String subject) {
        return cases.tell(number, LifeElements.PEER_DOUBLED, described(number, subject));
    }

    /** The forms of the tasks name the registration at the provider. */
    private static Map<String, Object> described(String number, String subject) {
        return subject.equals(number) ? Map.of() : Map.of(LifeElements.REGISTRATION_NUMBER, subject);
    }

    @Override
    public void alarmOver(String number, boolean lost) {
        cases.tell(number, lost ? LifeElements.PEER_HEARD_AGAIN : LifeElements.ONE_PEER_LEFT, Map.of());
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void ended(String number) {
        cases.tell(number, LifeElements.CONNECTION_ENDED, Map.of());
    }

    @Override
    public boolean retry(String number) {
        return cases.retry(number);
    }
}
