package org.serviceexchange.platform.engine.job;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.jobexecutor.AsyncContinuationJobHandler;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;

/** Finds out which jobs begin with a service task that asks somebody outside. */
final class AskingSteps {

    private static final String TASK = "serviceTask_";

    private final BiFunction<String, String, Optional<Object>> delegates;
    private final Map<String, Optional<AskingDelegate<?>>> ofDefinitions = new ConcurrentHashMap<>();

    AskingSteps(BiFunction<String, String, Optional<Object>> delegates) {
        this.delegates = delegates;
    }

    /** A service task that is about to be executed for the case with this number. */
    record Step(AskingDelegate<?> delegate, String number) {}

    /** A command of its own that looks for the step of a job. */
    Command<Optional<Step>> find(String id) {
        return commands -> {
            JobEntity job = commands.getJobManager().findJobById(id);
            if (job == null
                    || job.isSuspended()
                    || job.getJobDefinitionId() == null
                    || !AsyncContinuationJobHandler.TYPE.equals(job.getJobHandlerType())) {
                return Optional.empty();
            }
            return ofDefinitions
                    .computeIfAbsent(job.getJobDefinitionId(), definition -> delegate(job))
                    .flatMap(delegate -> Optional.ofNullable(job.getExecution())
                            .map(ExecutionEntity::getProcessBusinessKey)
                            .map(number -> new Step(delegate, number)));
        };
    }

    /** The delegate carries the name of its task (docs/architecture.md, "One phrase, five places"). */
    private Optional<AskingDelegate<?>> delegate(JobEntity job) {
        String element = job.getActivityId();
        if (element == null || !element.startsWith(TASK)) {
            return Optional.empty();
        }
        String name = element.substring(TASK.length()) + "Delegate";
        return delegates
                .apply(job.getProcessDefinitionKey(), name)
                .filter(AskingDelegate.class::isInstance)
                .map(bean -> (AskingDelegate<?>) bean);
    }
}
