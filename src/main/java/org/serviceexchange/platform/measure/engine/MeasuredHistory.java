package org.serviceexchange.platform.measure.engine;

import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.engine.impl.cfg.TransactionState;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.event.HistoricActivityInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricJobLogEvent;
import org.camunda.bpm.engine.impl.history.event.HistoricProcessInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.serviceexchange.platform.engine.ReadableData;

/**
 * Counts what the engine writes into its history, once it is committed. Each event happens on one node, so that the sum over
 * all nodes is that of the instance.
 */
final class MeasuredHistory implements HistoryEventHandler {

    private static final String END = "EndEvent";

    /** What takes time; gateways and events that are only passed do not. */
    private static final Set<String> STEPS = Set.of(
            "serviceTask",
            "userTask",
            "receiveTask",
            "businessRuleTask",
            "intermediateMessageCatch",
            "intermediateTimer",
            "intermediateSignalCatch");

    private final ProcessMeters meters;

    MeasuredHistory(ProcessMeters meters) {
        this.meters = meters;
    }

    @Override
    public void handleEvent(HistoryEvent event) {
        if (event instanceof HistoricProcessInstanceEventEntity started
                && started.isEventOfType(HistoryEventTypes.PROCESS_INSTANCE_START)) {
            String process = started.getProcessDefinitionKey();
            afterCommit(() -> meters.starts(process).increment());
        } else if (event instanceof HistoricActivityInstanceEventEntity ended
                && ended.isEventOfType(HistoryEventTypes.ACTIVITY_INSTANCE_END)) {
            ended(ended);
        } else if (event instanceof HistoricJobLogEvent failed && failed.isEventOfType(HistoryEventTypes.JOB_FAIL)) {
            failed(failed);
        }
    }

    @Override
    public void handleEvents(java.util.List<HistoryEvent> events) {
        events.forEach(this::handleEvent);
    }

    private void ended(HistoricActivityInstanceEventEntity ended) {
        String process = ended.getProcessDefinitionKey();
        String element = ended.getActivityId();
        String type = Objects.requireNonNullElse(ended.getActivityType(), "");
        if (type.endsWith(END)) {
            afterCommit(() -> meters.ends(process, element).increment());
        } else if (STEPS.contains(type) && !ended.isCanceled() && ended.getDurationInMillis() != null) {
            Duration took = Duration.ofMillis(ended.getDurationInMillis());
            afterCommit(() -> meters.took(process, element, took));
        }
    }

    private void failed(HistoricJobLogEvent failed) {
        String code = ReadableData.finding(Objects.requireNonNullElse(failed.getJobExceptionMessage(), ""))
                .code()
                .code();
        String process = failed.getProcessDefinitionKey();
        if (process != null) {
            afterCommit(() -> meters.failed(process, failed.getActivityId(), code));
        }
    }

    private static void afterCommit(Runnable count) {
        Context.getCommandContext()
                .getTransactionContext()
                .addTransactionListener(TransactionState.COMMITTED, commands -> count.run());
    }
}
