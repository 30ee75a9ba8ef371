package org.serviceexchange.platform.engine;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.serviceexchange.platform.problem.Finding;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Failed steps of processes: the engine retries them some times, then they wait for a person. What may pass by itself, such
 * as a peer that is away, is retried until it does.
 */
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
        return failure(process, businessKey).reason();
    }

    /** How the steps of the process with this business key failed, read once. */
    public Failure failure(String process, String businessKey) {
        List<Job> failed = failed(process, businessKey);
        return new Failure(
                failed.stream()
                        .map(Job::getExceptionMessage)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .map(ReadableData::finding),
                failed.stream()
                        .filter(job -> job.getRetries() > 0)
                        .map(job -> Objects.requireNonNullElse(job.getDuedate(), job.getCreateTime()))
                        .map(Date::toInstant)
                        .min(Instant::compareTo));
    }

    /** Business keys of the processes of which a step waits for a person, in the order of these keys. */
    public List<String> stopped(String process, int most) {
        // An incident of a process that was called is one of its caller too
        return runtime
                .createIncidentQuery()
                .processDefinitionKeyIn(process)
                .incidentType(Incident.FAILED_JOB_HANDLER_TYPE)
                .listPage(0, most)
                .stream()
                .map(incident -> runtime.createProcessInstanceQuery()
                        .processInstanceId(incident.getProcessInstanceId())
                        .singleResult())
                .filter(Objects::nonNull)
                .map(ProcessInstance::getBusinessKey)
                .distinct()
                .sorted()
                .toList();
    }

    /** Retries the failed steps now; false if there are none. Each is written twice, which counts as a whole or not at all. */
    @Transactional
    public boolean retry(String process, String businessKey) {
        List<Job> failed = failed(process, businessKey);
        failed.forEach(job -> {
            management.setJobRetries(job.getId(), RETRIES);
            management.setJobDuedate(job.getId(), null);
        });
        return !failed.isEmpty();
    }

    private List<Job> failed(String process, String businessKey) {
        List<ProcessInstance> ofRecord = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(businessKey)
                .list();
        Set<String> roots = ofRecord.stream()
                .filter(instance -> process.equals(instance.getProcessDefinitionKey()))
                .map(ProcessInstance::getRootProcessInstanceId)
                .collect(Collectors.toSet());
        // Processes that the process has called count as parts of it
        return ofRecord.stream()
                .filter(instance -> roots.contains(instance.getRootProcessInstanceId()))
                .flatMap(instance ->
                        management.createJobQuery().processInstanceId(instance.getId()).withException().list().stream())
                .toList();
    }

    /**
     * How the current steps of a process failed; both are empty if none did.
     *
     * @param reason why, as the engine keeps it
     * @param nextTry when the failed step is tried again by itself; empty if it waits for a person
     */
    public record Failure(Optional<Finding> reason, Optional<Instant> nextTry) {}
}
