package org.serviceexchange.workshop.move.engine;

import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.ServiceImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.MessageEntity;
import org.jspecify.annotations.Nullable;

/**
 * Jobs that belong to a case and to none of its steps: the end of an approval, a message that is kept. The engine's migration knows
 * jobs of steps alone and refuses a case with any other, so that these are taken out before it and put in again after it, in the
 * transaction of the move.
 */
final class JobsOfTheCase {

    private final RuntimeService runtime;

    JobsOfTheCase(RuntimeService runtime) {
        this.runtime = runtime;
    }

    /** A job as it is put in again; a new row, because the engine keeps no row of which it has lost sight. */
    private record Taken(
            String type,
            String configuration,
            @Nullable Date due,
            int retries,
            int suspension,
            @Nullable String failure,
            @Nullable String stacktrace) {

        static Taken of(JobEntity job) {
            return new Taken(
                    job.getJobHandlerType(),
                    job.getJobHandlerConfigurationRaw(),
                    job.getDuedate(),
                    job.getRetries(),
                    job.getSuspensionState(),
                    job.getExceptionMessage(),
                    job.getExceptionStacktrace());
        }

        void putInto(ExecutionEntity process) {
            MessageEntity job = new MessageEntity();
            job.setExecution(process);
            job.setProcessDefinitionId(process.getProcessDefinitionId());
            job.setProcessDefinitionKey(process.getProcessDefinition().getKey());
            job.setDeploymentId(process.getProcessDefinition().getDeploymentId());
            job.setJobHandlerType(type);
            job.setJobHandlerConfigurationRaw(configuration);
            job.setDuedate(due);
            job.setSuspensionState(suspension);
            job.insert();
            if (failure != null) {
                job.setExceptionMessage(failure);
            }
            if (stacktrace != null) {
                job.setExceptionStacktrace(stacktrace);
            }
            // A step that failed for good is shown as such by an incident, which needs the row
            job.setRetries(retries);
        }
    }

    /** Does something with a case that has no such jobs meanwhile. */
    void without(String instance, Runnable move) {
        List<Taken> taken = ((ServiceImpl) runtime).getCommandExecutor().execute(commands -> {
            List<JobEntity> jobs = commands.getJobManager().findJobsByProcessInstanceId(instance).stream()
                    .filter(job -> job instanceof MessageEntity && job.getJobDefinitionId() == null)
                    .toList();
            List<Taken> kept = jobs.stream().map(Taken::of).toList();
            jobs.forEach(JobEntity::delete);
            return kept;
        });
        move.run();
        if (!taken.isEmpty()) {
            ((ServiceImpl) runtime).getCommandExecutor().execute(commands -> {
                ExecutionEntity process = commands.getExecutionManager().findExecutionById(instance);
                taken.forEach(job -> job.putInto(process));
                return null;
            });
        }
    }
}
