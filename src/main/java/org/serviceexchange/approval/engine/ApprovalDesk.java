package org.serviceexchange.approval.engine;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.serviceexchange.platform.problem.InputValidation;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where people decide about approvals: on the page of a case, and in the form of the task. */
@Component
public class ApprovalDesk {

    private static final int LONGEST_REASON = 500;

    private final TaskService tasks;
    private final IdentityService identities;
    private final ApprovalTasks approvals;

    public ApprovalDesk(TaskService tasks, IdentityService identities, ApprovalTasks approvals) {
        this.tasks = tasks;
        this.identities = identities;
        this.approvals = approvals;
    }

    /**
     * Approves or refuses. Problems: {@code APPROVAL_NOT_ASKED} if this is no approval that is asked for, or somebody was faster,
     * {@code APPROVER_REFUSED} and {@code SECOND_PERSON_NEEDED} if it is not for this user to say, {@code INPUT_INVALID} for a reason
     * that cannot be shown.
     */
    @Transactional
    public void decide(String number, String approval, boolean approved, String user, String reason) {
        // An approval by its record: a name may be that of any other task too
        approvals.keeper().requireAsked(number, approval);
        Task task = tasks.createTaskQuery()
                .processInstanceBusinessKey(number)
                .taskDefinitionKey(approval)
                .singleResult();
        if (task == null) {
            throw new Problem(ProblemCode.APPROVAL_NOT_ASKED);
        }
        String why = reason.isBlank() ? "" : InputValidation.line("reason", reason, LONGEST_REASON);
        Decider decider = new Decider(user, groups(user), why);
        if (approved) {
            decider.during(() -> {
                tasks.setAssignee(task.getId(), user);
                tasks.complete(task.getId());
            });
        } else {
            decider.requireAmong(candidates(task), task.getName());
            approvals.keeper().refused(number, approval, user, why);
        }
    }

    private Set<IdentityLink> candidates(Task task) {
        return tasks.getIdentityLinksForTask(task.getId()).stream()
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
                .collect(Collectors.toSet());
    }

    private List<String> groups(String user) {
        return identities.createGroupQuery().groupMember(user).list().stream()
                .map(Group::getId)
                .toList();
    }
}
