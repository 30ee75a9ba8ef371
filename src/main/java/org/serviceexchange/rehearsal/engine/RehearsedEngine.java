package org.serviceexchange.rehearsal.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.JobQuery;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.platform.access.Role;
import org.springframework.context.ApplicationContext;

/** The engine of one side, whose jobs are done when the rehearsal says so. */
public final class RehearsedEngine {

    private static final int MOST = 500;

    private final ProcessEngine engine;
    private final ManagementService jobs;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final Map<String, String> elements = new HashMap<>();

    private RehearsedEngine(ProcessEngine engine) {
        this.engine = engine;
        jobs = engine.getManagementService();
        runtime = engine.getRuntimeService();
        tasks = engine.getTaskService();
    }

    /** That of an instance, which does no job by itself from now on. */
    public static RehearsedEngine of(ApplicationContext instance) {
        instance.getBean(JobExecutor.class).shutdown();
        return new RehearsedEngine(instance.getBean(ProcessEngine.class));
    }

    /** What is due now, the oldest first. */
    public List<PendingJob> due() {
        return pending(jobs.createJobQuery().active().executable());
    }

    /** When the next job is due that is not due yet. */
    public Optional<Instant> next() {
        return laterQuery().orderByJobDuedate().asc().listPage(0, 1).stream()
                .map(Job::getDuedate)
                .map(Date::toInstant)
                .findFirst();
    }

    /** Jobs of a case that are due later, the next first. */
    public List<PendingJob> later(String instance) {
        return pending(laterQuery().processInstanceId(instance));
    }

    /** Jobs that failed and are due again later, the next first. */
    public List<PendingJob> failed() {
        return pending(laterQuery().withException());
    }

    private JobQuery laterQuery() {
        return jobs.createJobQuery().active().withRetriesLeft().duedateHigherThan(ClockUtil.getCurrentTime());
    }

    private List<PendingJob> pending(JobQuery query) {
        return query.orderByJobDuedate().asc().listPage(0, MOST).stream()
                .map(this::pending)
                .toList();
    }

    private PendingJob pending(Job job) {
        Date due = job.getDuedate();
        return new PendingJob(
                job.getId(),
                Objects.requireNonNullElse(job.getProcessInstanceId(), ""),
                element(job.getJobDefinitionId()),
                due == null ? Instant.EPOCH : due.toInstant());
    }

    private String element(@Nullable String definition) {
        return definition == null
                ? ""
                : elements.computeIfAbsent(
                        definition,
                        id -> Objects.requireNonNullElse(
                                jobs.createJobDefinitionQuery()
                                        .jobDefinitionId(id)
                                        .singleResult()
                                        .getActivityId(),
                                ""));
    }

    /** Whether a job was neither done nor taken back. */
    public boolean exists(String job) {
        return jobs.createJobQuery().jobId(job).count() > 0;
    }

    /** Does a job as the job executor would; false if it failed, after which the engine plans it again. */
    public boolean execute(PendingJob job) {
        try {
            jobs.executeJob(job.id());
            return true;
        } catch (RuntimeException failed) {
            return false;
        }
    }

    /** The case of a process with this number; empty if it has not begun or is over. */
    public Optional<String> instance(String process, String number) {
        return runtime
                .createProcessInstanceQuery()
                .processDefinitionKey(process)
                .processInstanceBusinessKey(number)
                .list()
                .stream()
                .findFirst()
                .map(ProcessInstance::getId);
    }

    /** Ids of the elements at which a case waits, in order; one in front of which it waits for a job ends with {@code !}. */
    public List<String> tokens(String instance) {
        List<String> found = new ArrayList<>();
        ActivityInstance whole = runtime.getActivityInstance(instance);
        if (whole != null) {
            collect(whole, found);
        }
        return found.stream().sorted().toList();
    }

    private static void collect(ActivityInstance at, List<String> found) {
        Stream.of(at.getChildTransitionInstances()).forEach(job -> found.add(job.getActivityId() + "!"));
        Stream.of(at.getChildActivityInstances()).forEach(child -> collect(child, found));
        boolean leaf = at.getChildActivityInstances().length == 0 && at.getChildTransitionInstances().length == 0;
        if (leaf && at.getParentActivityInstanceId() != null) {
            found.add(at.getActivityId());
        }
    }

    /** Takes the task of a case over and completes it, with the rights of its user, as Tasklist does; false if it is not open. */
    public boolean complete(String instance, String element, String user, Map<String, Boolean> answers) {
        Optional<Task> open =
                tasks.createTaskQuery().processInstanceId(instance).taskDefinitionKey(element).active().list().stream()
                        .findFirst();
        if (open.isEmpty()) {
            return false;
        }
        Map<String, Object> values = new HashMap<>();
        answers.forEach((name, value) -> {
            if (runtime.getVariable(instance, name) == null) {
                values.put(name, value);
            }
        });
        engine.getIdentityService()
                .setAuthentication(
                        user, Stream.of(Role.values()).map(Role::group).toList());
        try {
            if (open.get().getAssignee() == null) {
                tasks.claim(open.get().getId(), user);
            }
            tasks.complete(open.get().getId(), values);
            return true;
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }
}
