package org.serviceexchange.platform.engine.job;

import java.time.Clock;
import java.util.Date;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.task.TaskExecutor;
import org.springframework.stereotype.Component;

/** Triggers timers early when the event they wait for has already happened. */
@Component
public class WaitingTimers {

    private final ManagementService management;
    private final JobExecutor jobs;
    private final TaskExecutor executor;
    private final Clock clock;

    WaitingTimers(
            ManagementService management,
            JobExecutor jobs,
            @Qualifier("camundaTaskExecutor") TaskExecutor executor,
            Clock clock) {
        this.management = management;
        this.jobs = jobs;
        this.executor = executor;
        this.clock = clock;
    }

    /** Whether a timer, and not a person or a message, brought the process to the current step. */
    public static boolean isRunning() {
        CommandContext context = Context.getCommandContext();
        return context != null && context.getCurrentJob() instanceof TimerEntity;
    }

    /** Makes every timer at this element due now; returns immediately, and runs outside the caller's transaction. */
    public void dueNow(String process, String element) {
        executor.execute(() -> wake(process, element));
    }

    private void wake(String process, String element) {
        Date now = Date.from(clock.instant());
        for (Job timer : management
                .createJobQuery()
                .processDefinitionKey(process)
                .activityId(element)
                .timers()
                .list()) {
            management.setJobDuedate(timer.getId(), now);
        }
        jobs.jobWasAdded();
    }
}
