package org.serviceexchange.platform.engine.job;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.AsyncContinuationJobHandler;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;

/** Finds out which jobs begin with a service task that asks somebody outside. */
final class AskingSteps {

    private static final String TASK = "serviceTask_";
    private static final Pattern DELEGATE = Pattern.compile("#\\{([A-Za-z0-9]+)}");

    private final BiFunction<String, String, Optional<Object>> delegates;
    private final Map<String, Optional<Known>> ofDefinitions = new ConcurrentHashMap<>();

    AskingSteps(BiFunction<String, String, Optional<Object>> delegates) {
        this.delegates = delegates;
    }

    /** A service task of a definition. */
    private record Known(ConfiguredDelegate<?> delegate, Map<String, String> properties) {}

    /** A service task that is about to be executed for the case with this number. */
    record Step(ConfiguredDelegate<?> delegate, String number, Map<String, String> properties) {}

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
                    .computeIfAbsent(job.getJobDefinitionId(), definition -> known(job, commands))
                    .flatMap(known -> Optional.ofNullable(job.getProcessInstanceId())
                            .map(commands.getExecutionManager()::findExecutionById)
                            .map(ExecutionEntity::getBusinessKey)
                            .map(number -> new Step(known.delegate(), number, known.properties())));
        };
    }

    /**
     * The delegate of a step of the application carries the name of its task (docs/architecture.md, "One phrase, five places"). A
     * building block has a name of its own: the model says which, and with which properties.
     */
    private Optional<Known> known(JobEntity job, CommandContext commands) {
        String element = job.getActivityId();
        if (element == null) {
            return Optional.empty();
        }
        String process = job.getProcessDefinitionKey();
        Optional<Object> named = element.startsWith(TASK)
                ? delegates.apply(process, element.substring(TASK.length()) + "Delegate")
                : Optional.empty();
        if (named.filter(bean -> !(bean instanceof ConfiguredDelegate) || bean instanceof AskingDelegate)
                .isPresent()) {
            return named.filter(AskingDelegate.class::isInstance)
                    .map(bean -> new Known((AskingDelegate<?>) bean, Map.of()));
        }
        return task(job, element, commands)
                .flatMap(task -> Optional.ofNullable(task.getCamundaDelegateExpression())
                        .map(DELEGATE::matcher)
                        .filter(Matcher::matches)
                        .flatMap(matcher -> delegates.apply(process, matcher.group(1)))
                        .filter(ConfiguredDelegate.class::isInstance)
                        .map(bean -> new Known((ConfiguredDelegate<?>) bean, StepProperties.of(task))));
    }

    private static Optional<ServiceTask> task(JobEntity job, String element, CommandContext commands) {
        return Optional.of(commands.getProcessEngineConfiguration()
                        .getDeploymentCache()
                        .findBpmnModelInstanceForProcessDefinition(job.getProcessDefinitionId()))
                .map(model ->
                        model.<org.camunda.bpm.model.xml.instance.ModelElementInstance>getModelElementById(element))
                .filter(ServiceTask.class::isInstance)
                .map(ServiceTask.class::cast);
    }
}
