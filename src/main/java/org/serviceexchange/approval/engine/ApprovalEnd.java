package org.serviceexchange.approval.engine;

import java.time.Duration;
import java.util.Date;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.JobHandler;
import org.camunda.bpm.engine.impl.jobexecutor.JobHandlerConfiguration;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.MessageEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Ends an approval to which nobody answers: at the due date of its task, or after 14 days. A job of the case does it, so that no
 * model has to draw it and none can leave it out.
 */
@Component
public final class ApprovalEnd implements JobHandler<ApprovalEnd.OfTask> {

    private static final String TYPE = "approval-end";
    private static final Duration LONGEST = Duration.ofDays(14);

    private final ApprovalTasks approvals;

    public ApprovalEnd(ApprovalTasks approvals) {
        this.approvals = approvals;
    }

    /** The task that the job ends. */
    public record OfTask(String id) implements JobHandlerConfiguration {

        @Override
        public String toCanonicalString() {
            return id;
        }
    }

    static void begin(ExecutionEntity execution, DelegateTask task) {
        ExecutionEntity process = execution.getProcessInstance();
        MessageEntity job = new MessageEntity();
        job.setExecution(process);
        job.setProcessDefinitionId(process.getProcessDefinitionId());
        job.setProcessDefinitionKey(process.getProcessDefinition().getKey());
        job.setDeploymentId(process.getProcessDefinition().getDeploymentId());
        job.setJobHandlerType(TYPE);
        job.setJobHandlerConfiguration(new OfTask(task.getId()));
        job.setDuedate(Optional.ofNullable(task.getDueDate())
                .orElseGet(
                        () -> Date.from(ClockUtil.getCurrentTime().toInstant().plus(LONGEST))));
        job.insert();
    }

    static void over(ExecutionEntity execution, String task) {
        execution.getProcessInstance().getJobs().stream()
                .filter(job -> TYPE.equals(job.getJobHandlerType()) && task.equals(job.getJobHandlerConfigurationRaw()))
                .forEach(JobEntity::delete);
    }

    @Override
    public String getType() {
        return TYPE;
    }

    @Override
    public void execute(OfTask ended, ExecutionEntity process, CommandContext commands, @Nullable String tenant) {
        Task task = commands.getTaskManager().findTaskById(ended.id());
        if (task != null) {
            String number = process.getBusinessKey();
            approvals.keeper().notInTime(number, task.getTaskDefinitionKey());
        }
    }

    @Override
    public OfTask newConfiguration(String text) {
        return new OfTask(text);
    }

    @Override
    public void onDelete(OfTask ended, JobEntity job) {
        // The row is all there is
    }
}
