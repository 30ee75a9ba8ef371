package org.serviceexchange.consumer.connection.engine;

import static org.serviceexchange.consumer.connection.engine.ConnectionElements.PROCESS;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.Job;
import org.serviceexchange.consumer.connection.ConnectionProcess;
import org.serviceexchange.consumer.connection.ConsumerSettings;
import org.serviceexchange.consumer.connection.Invitation;
import org.serviceexchange.platform.engine.FailedSteps;
import org.serviceexchange.platform.engine.TaskCompletion;
import org.springframework.stereotype.Component;

/** Runs the process of a provider connection on the engine. */
@Component
class EngineConnectionProcess implements ConnectionProcess {

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ManagementService management;
    private final TaskCompletion completion;
    private final FailedSteps failed;
    private final ConsumerSettings settings;

    EngineConnectionProcess(
            RuntimeService runtime,
            TaskService tasks,
            ManagementService management,
            TaskCompletion completion,
            FailedSteps failed,
            ConsumerSettings settings) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.management = management;
        this.completion = completion;
        this.failed = failed;
        this.settings = settings;
    }

    @Override
    public void start(Invitation invitation, Instant linkExpiresAt) {
        runtime.startProcessInstanceByKey(
                PROCESS,
                invitation.number(),
                Map.of(
                        ConnectionElements.CONNECTION_NUMBER,
                        invitation.number(),
                        ConnectionElements.PROVIDER_NAME,
                        invitation.provider().getHost(),
                        ConnectionElements.OPENED_BY,
                        invitation.openedBy(),
                        ConnectionElements.LINK_EXPIRES_AT,
                        linkExpiresAt.toString(),
                        ConnectionElements.RECHECK_CYCLE,
                        "R/" + settings.recheckInterval()));
    }

    @Override
    public void expiresAt(String number, Instant linkExpiresAt) {
        instance(number).ifPresent(id -> {
            runtime.setVariable(id, ConnectionElements.LINK_EXPIRES_AT, linkExpiresAt.toString());
            expiryTimers(id).forEach(timer -> management.setJobDuedate(timer.getId(), Date.from(linkExpiresAt)));
            tasks.createTaskQuery().processInstanceId(id).list().forEach(task -> {
                task.setDueDate(Date.from(linkExpiresAt));
                tasks.saveTask(task);
            });
        });
    }

    /** The expiry timers: the process waits either in the task for findings or for the link to be used. */
    private List<Job> expiryTimers(String id) {
        return Stream.of(ConnectionElements.LINK_EXPIRED, ConnectionElements.NOT_RESOLVED_IN_TIME)
                .map(event -> management
                        .createJobQuery()
                        .processInstanceId(id)
                        .activityId(event)
                        .list())
                .filter(timers -> !timers.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    @Override
    public void newerLinkOpened(String number) {
        correlate(number, ConnectionElements.NEWER_LINK_OPENED);
    }

    @Override
    public boolean checkAgain(String number) {
        return completion.complete(PROCESS, number, ConnectionElements.RESOLVE_VALIDATION_FINDINGS, Map.of(), null);
    }

    @Override
    public boolean connectToProvider(String number, String companyId, String user) {
        Map<String, Object> choice = Map.of(ConnectionElements.COMPANY_ID, companyId);
        return completion.complete(PROCESS, number, ConnectionElements.CONNECT_TO_PROVIDER, choice, user);
    }

    @Override
    public void authenticated(String number) {
        completion.complete(PROCESS, number, ConnectionElements.AUTHENTICATE_AT_PROVIDER, Map.of(), null);
    }

    @Override
    public void probed(String number) {
        correlate(number, ConnectionElements.PROVIDER_PROBED);
    }

    @Override
    public void cancel(String number) {
        correlate(number, ConnectionElements.CANCELLATION_REQUESTED);
    }

    @Override
    public boolean retry(String number) {
        return failed.retry(PROCESS, number);
    }

    private Optional<String> instance(String number) {
        return Optional.ofNullable(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(number, PROCESS)
                        .singleResult())
                .map(Execution::getProcessInstanceId);
    }

    /** Correlates to all waiting executions, so that it is no error if none waits for the message. */
    private void correlate(String number, String message) {
        runtime.createMessageCorrelation(message)
                .processInstanceBusinessKey(number)
                .correlateAll();
    }
}
