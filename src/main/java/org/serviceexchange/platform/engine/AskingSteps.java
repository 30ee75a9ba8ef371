package org.serviceexchange.platform.engine;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.jobexecutor.AsyncContinuationJobHandler;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.springframework.context.ApplicationContext;

/** Finds out which jobs begin with a service task that asks somebody outside. */
final class AskingSteps {

    private static final String TASK = "serviceTask_";

    private final ApplicationContext context;
    private final Map<String, Optional<AskingDelegate<?>>> ofDefinitions = new ConcurrentHashMap<>();

    AskingSteps(ApplicationContext context) {
        this.context = context;
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
        return context.getBeanProvider(ProcessRegistration.class).stream()
                .filter(process -> process.key().equals(job.getProcessDefinitionKey()))
                .map(process -> process.beanOf(name))
                .filter(context::containsBean)
                .map(context::getBean)
                .filter(AskingDelegate.class::isInstance)
                .<AskingDelegate<?>>map(bean -> (AskingDelegate<?>) bean)
                .findFirst();
    }
}
