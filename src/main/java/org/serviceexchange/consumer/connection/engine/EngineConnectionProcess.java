package org.serviceexchange.consumer.connection.engine;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.serviceexchange.consumer.connection.ConnectionProcess;
import org.serviceexchange.consumer.connection.ConsumerSettings;
import org.serviceexchange.consumer.connection.Invitation;
import org.serviceexchange.platform.engine.CaseProcess;
import org.serviceexchange.platform.engine.FailedSteps;
import org.springframework.stereotype.Component;

/** Runs the process of a provider connection on the engine. */
@Component
class EngineConnectionProcess implements ConnectionProcess {

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ManagementService management;
    private final CaseProcess cases;
    private final ConsumerSettings settings;

    EngineConnectionProcess(
            RuntimeService runtime,
            TaskService tasks,
            ManagementService management,
            FailedSteps failedSteps,
            ConsumerSettings settings) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.management = management;
        this.cases = new CaseProcess(ConnectionElements.PROCESS, runtime, tasks, failedSteps);
        this.settings = settings;
    }

    @Override
    public void start(Invitation invitation, Instant linkExpiresAt) {
        runtime.startProcessInstanceByKey(
                ConnectionElements.PROCESS,
                invitation.number(),
                Map.of(
                        ConnectionElements.CONNECTION_NUMBER,
                        invitation.number(),
                        ConnectionElements.PROVIDER_NAME,
                        invitation.providerHost(),
                        ConnectionElements.OPENED_BY,
                        invitation.openedBy(),
                        ConnectionElements.LINK_EXPIRES_AT,
                        linkExpiresAt.toString(),
                        ConnectionElements.RECHECK_CYCLE,
                        "R/" + settings.recheckInterval()));
    }

    /** Tasks of an analyst, such as approvals, have a time of their own. */
    @Override
    public void expiresAt(String number, Instant linkExpiresAt) {
        cases.running(number).ifPresent(id -> {
            runtime.setVariable(id, ConnectionElements.LINK_EXPIRES_AT, linkExpiresAt.toString());
            expiryTimers(id).forEach(timer -> management.setJobDuedate(timer.getId(), Date.from(linkExpiresAt)));
            tasks.createTaskQuery()
                    .processInstanceId(id)
                    .taskDefinitionKeyIn(
                            ConnectionElements.RESOLVE_VALIDATION_FINDINGS,
                            ConnectionElements.CONNECT_TO_PROVIDER,
                            ConnectionElements.AUTHENTICATE_AT_PROVIDER)
                    .list()
                    .forEach(task -> {
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
        cases.tellOrKeep(number, ConnectionElements.NEWER_LINK_OPENED, "");
    }

    @Override
    public boolean checkAgain(String number) {
        return cases.complete(number, ConnectionElements.RESOLVE_VALIDATION_FINDINGS, Map.of(), null);
    }

    @Override
    public boolean connectToProvider(String number, String companyId, String user) {
        Map<String, Object> choice = Map.of(ConnectionElements.COMPANY_ID, companyId);
        return cases.complete(number, ConnectionElements.CONNECT_TO_PROVIDER, choice, user);
    }

    @Override
    public void authenticated(String number) {
        cases.complete(number, ConnectionElements.AUTHENTICATE_AT_PROVIDER, Map.of(), null);
    }

    @Override
    public void probed(String number, boolean activated) {
        if (activated) {
            cases.tellOrKeep(number, ConnectionElements.PROVIDER_PROBED, "");
        } else {
            cases.tell(number, ConnectionElements.PROVIDER_PROBED, Map.of());
        }
    }

    @Override
    public boolean cancel(String number) {
        return cases.tell(number, ConnectionElements.CANCELLATION_REQUESTED, Map.of());
    }

    @Override
    public boolean retry(String number) {
        return cases.retry(number);
    }

    @Override
    public boolean authenticateAgain(String number) {
        return cases.move(number, ConnectionElements.EXCHANGE_KEYS, ConnectionElements.AUTHENTICATE_AT_PROVIDER);
    }
}
