package org.serviceexchange.platform.engine.job;

import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.runtime.Job;
import org.serviceexchange.platform.problem.Finding;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The line of the log that tells of a failed try of a step: which step of which case, and the code. The stack is told at debug
 * only.
 */
public final class FailedStepLine {

    private static final Logger LOG = LoggerFactory.getLogger("step");

    private FailedStepLine() {}

    /** Writes the line. */
    public static void write(Job job, Finding finding, Throwable failure) {
        String step = job instanceof JobEntity entity ? entity.getActivityId() : null;
        ExecutionEntity execution = job instanceof JobEntity entity ? entity.getExecution() : null;
        String number = execution == null ? null : execution.getProcessBusinessKey();
        LOG.atWarn()
                .addKeyValue("event.action", "step-failed")
                .addKeyValue("event.outcome", "failure")
                .addKeyValue("error.code", finding.code().code())
                .addKeyValue("case.number", number)
                .addKeyValue("case.step", step)
                .log("Step {} of {} failed: {}", step, number, finding.line().inDefault());
        LOG.debug("Job {} failed", job.getId(), failure);
    }
}
