package org.serviceexchange.approval.engine;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.serviceexchange.approval.Approval;
import org.serviceexchange.approval.ApprovalKeeper;
import org.serviceexchange.approval.Approvals;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Adds to every user task that is an approval what no model can leave out: the record hears that a person is asked, and who
 * approved. Completing the task is approving; a task that ends in another way approves nothing.
 */
@Component
public final class ApprovalTasks extends AbstractBpmnParseListener {

    private final ObjectProvider<ApprovalKeeper> keeper;

    /** The keeper is found when it is needed: its records need the engine, which reads models with this. */
    public ApprovalTasks(ObjectProvider<ApprovalKeeper> keeper) {
        this.keeper = keeper;
    }

    /** Records what the model of a new case requires; costs nothing where that is nothing. */
    public void begin(DelegateExecution execution) {
        Approvals required = ApprovalModel.of(((ExecutionEntity) execution).getProcessDefinition());
        if (!required.all().isEmpty()) {
            String number = execution.getProcessBusinessKey();
            keeper().required(number, required);
        }
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        ApprovalModel.read(element, (ProcessDefinitionEntity) requireNonNull(scope.getProcessDefinition()))
                .ifPresent(approval -> {
                    TaskDefinition task =
                            ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
                    task.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, asked -> asked(asked, approval));
                    task.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, this::completed);
                });
    }

    private void asked(DelegateTask task, Approval approval) {
        keeper().asked(number(task), approval);
        ApprovalEnd.begin((ExecutionEntity) task.getExecution(), task);
    }

    private void completed(DelegateTask task) {
        Decider decider = Decider.current().orElseGet(() -> whoIsLoggedIn(task));
        decider.requireAmong(task.getCandidates(), task.getName());
        keeper().given(number(task), task.getTaskDefinitionKey(), decider.user(), decider.reason());
        ApprovalEnd.over((ExecutionEntity) task.getExecution(), task.getId());
    }

    /** In Tasklist and Cockpit the engine knows the user and their groups. */
    private static Decider whoIsLoggedIn(DelegateTask task) {
        Authentication user =
                task.getProcessEngineServices().getIdentityService().getCurrentAuthentication();
        if (user == null) {
            throw new Problem(ProblemCode.APPROVER_REFUSED, task.getName());
        }
        return new Decider(user.getUserId(), user.getGroupIds() == null ? List.of() : user.getGroupIds(), "");
    }

    ApprovalKeeper keeper() {
        return keeper.getObject();
    }

    private static String number(DelegateTask task) {
        return task.getExecution().getProcessBusinessKey();
    }
}
