package org.serviceexchange.platform.engine.kept;

import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.ServiceImpl;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.jobexecutor.JobHandler;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobManager;
import org.camunda.bpm.engine.impl.persistence.entity.MessageEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jspecify.annotations.Nullable;

/**
 * Messages for which nothing waits yet. Each is a job of its case, which delivers it once something waits: where a case arrives at a
 * step that waits, the jobs of its messages are made due at once ({@link MessageArrivals}). A job tries by itself too, so that a
 * message that was kept at the same moment as the case arrived is delivered a little later. A job is deleted in the transaction
 * that delivers it, and with its case.
 */
public final class KeptMessages {

    static final String TYPE = "kept-message";

    private static final ThreadLocal<@Nullable String> SENDER = new ThreadLocal<>();

    private KeptMessages() {}

    /** Makes an engine deliver what is kept. */
    public static void configure(ProcessEngineConfigurationImpl configuration) {
        List<BpmnParseListener> listeners =
                new ArrayList<>(Optional.ofNullable(configuration.getCustomPostBPMNParseListeners())
                        .orElse(List.of()));
        listeners.add(new MessageArrivals());
        configuration.setCustomPostBPMNParseListeners(listeners);
        // The engine declares its list of handlers with a raw type
        @SuppressWarnings("rawtypes")
        List<JobHandler> handlers = new ArrayList<>(
                Optional.ofNullable(configuration.getCustomJobHandlers()).orElse(List.of()));
        handlers.add(new KeptMessageHandler());
        configuration.setCustomJobHandlers(handlers);
    }

    /**
     * Keeps a message for a running process; it takes the place of an earlier one of this name.
     *
     * @param sender the user with whom it came; empty if none
     */
    public static void keep(RuntimeService runtime, String processInstance, String name, String sender) {
        ((ServiceImpl) runtime).getCommandExecutor().execute(commands -> {
            ExecutionEntity process = commands.getExecutionManager().findExecutionById(processInstance);
            if (process != null) {
                of(process).stream().filter(job -> name(job).equals(name)).forEach(JobEntity::delete);
                insert(process, new KeptMessage(name, 0, sender));
            }
            return null;
        });
    }

    /** Drops what is kept for a case: what happened before counts no more. */
    public static void forget(DelegateExecution execution) {
        of((ExecutionEntity) execution.getProcessInstance()).forEach(JobEntity::delete);
    }

    /** The user with whom the message came that is being delivered in this thread. */
    public static Optional<String> sender() {
        return Optional.ofNullable(SENDER.get());
    }

    static boolean during(String sender, BooleanSupplier delivery) {
        SENDER.set(sender);
        try {
            return delivery.getAsBoolean();
        } finally {
            SENDER.remove();
        }
    }

    /** The engine keeps with a process whether it has jobs of its own, so that this reads only if there is something to read. */
    static List<JobEntity> of(ExecutionEntity process) {
        return process.getJobs().stream()
                .filter(job -> TYPE.equals(job.getJobHandlerType()))
                .toList();
    }

    static String name(JobEntity job) {
        return KeptMessage.read(job.getJobHandlerConfigurationRaw()).name();
    }

    /** A job that tries after its pause. */
    static void insert(ExecutionEntity process, KeptMessage message) {
        MessageEntity job = job(process, message);
        job.setDuedate(Date.from(ClockUtil.getCurrentTime().toInstant().plus(message.pause())));
        job.insert();
    }

    /** A job that tries at once. */
    static void send(ExecutionEntity process, KeptMessage message) {
        JobManager jobs = Context.getCommandContext().getJobManager();
        jobs.send(job(process, message));
    }

    private static MessageEntity job(ExecutionEntity process, KeptMessage message) {
        MessageEntity job = new MessageEntity();
        job.setExecution(process);
        job.setProcessDefinitionId(process.getProcessDefinitionId());
        job.setProcessDefinitionKey(process.getProcessDefinition().getKey());
        job.setDeploymentId(process.getProcessDefinition().getDeploymentId());
        job.setJobHandlerType(TYPE);
        job.setJobHandlerConfiguration(message);
        return job;
    }
}
