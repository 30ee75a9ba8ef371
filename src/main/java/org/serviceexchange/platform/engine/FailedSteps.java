package org.serviceexchange.platform.engine;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.serviceexchange.platform.problem.Finding;
import org.springframework.stereotype.Component;

/** Failed steps of processes: the engine retries them some times, then they wait for a person. */
@Component
public class FailedSteps {

    /** The pauses before each repetition, for every step and timer of every process that says nothing else. */
    public static final String PAUSES = "PT2S,PT5S,PT10S,PT30S,PT1M,PT5M";

    /** As many tries as a step has at first: one, and one after each pause. */
    private static final int RETRIES = PAUSES.split(",").length + 1;

    private final RuntimeService runtime;
    private final ManagementService management;

    public FailedSteps(RuntimeService runtime, ManagementService management) {
        this.runtime = runtime;
        this.management = management;
    }

    /** Why a step of the process with this business key failed. */
    public Optional<Finding> reason(String process, String businessKey) {
        return failed(process, businessKey).stream()
                .map(Job::getExceptionMessage)
                .filter(Objects::nonNull)
                .findFirst()
                .map(ReadableData::finding);
    }

    /** Retries the failed steps now; false if there are none. */
    public boolean retry(String process, String businessKey) {
        List<Job> failed = failed(process, businessKey);
        failed.forEach(job -> {
            management.setJobRetries(job.getId(), RETRIES);
            management.setJobDuedate(job.getId(), null);
        });
        return !failed.isEmpty();
    }

    private List<Job> failed(String process, String businessKey) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(businessKey, process).list().stream()
                .flatMap(instance ->
                        management.createJobQuery().processInstanceId(instance.getId()).withException().list().stream())
                .toList();
    }
}
