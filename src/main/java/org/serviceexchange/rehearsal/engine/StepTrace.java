package org.serviceexchange.rehearsal.engine;

import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.TransactionState;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.serviceexchange.protocol.wire.ConnectionSide;

/** Tells where cases of one side come by, once their transaction is committed: what was rolled back did not happen. */
public final class StepTrace extends AbstractBpmnParseListener {

    private final ConnectionSide side;
    private final Clock clock;
    private final Consumer<PassedStep> told;

    /** One for all processes of a side. */
    public StepTrace(ConnectionSide side, Clock clock, Consumer<PassedStep> told) {
        this.side = side;
        this.clock = clock;
        this.told = told;
    }

    @Override
    public void parseProcess(Element drawn, ProcessDefinitionEntity process) {
        watch(process.getKey(), process);
    }

    private void watch(String process, ScopeImpl scope) {
        List<ActivityImpl> activities = scope.getActivities();
        for (ActivityImpl activity : activities) {
            activity.addBuiltInListener(ExecutionListener.EVENTNAME_START, tell(process, activity.getId(), false));
            activity.addBuiltInListener(ExecutionListener.EVENTNAME_END, tell(process, activity.getId(), true));
            activity.getOutgoingTransitions()
                    .forEach(flow -> ((TransitionImpl) flow)
                            .addListener(ExecutionListener.EVENTNAME_TAKE, tell(process, flow.getId(), false)));
            watch(process, activity);
        }
    }

    private ExecutionListener tell(String process, String element, boolean leaving) {
        return execution -> tell(process, element, leaving, execution);
    }

    private void tell(String process, String element, boolean leaving, DelegateExecution execution) {
        PassedStep step =
                new PassedStep(side, process, execution.getProcessBusinessKey(), element, leaving, clock.instant());
        Context.getCommandContext()
                .getTransactionContext()
                .addTransactionListener(TransactionState.COMMITTED, committed -> told.accept(step));
    }
}
