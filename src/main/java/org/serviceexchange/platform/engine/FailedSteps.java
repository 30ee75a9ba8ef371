package org.serviceexchange.platform.engine;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.stereotype.Component;

/** Failed steps of processes: the engine retries them some times, then they wait for a person. */
@Component
public class FailedSteps {

    /** Number of retries, the same as at first. */
    private static final int RETRIES = 7;

    private final RuntimeService runtime;
    private final ManagementService management;

    public FailedSteps(RuntimeService runtime, ManagementService management) {
        this.runtime = runtime;
        this.management = management;
    }

    /** The error of a failed step in the process with this business key, in English, as the engine stores it. */
    public Optional<String> reason(String process, String businessKey) {
        return failed(process, businessKey).stream()
                .map(Job::getExceptionMessage)
                .filter(Objects::nonNull)
                .findFirst();
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
