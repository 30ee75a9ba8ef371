package org.serviceexchange.platform.engine;

import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.exception.NotValidException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.ServiceImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.ProcessInstanceModificationBuilder;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.platform.engine.kept.KeptMessages;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * The process of one kind of case; a running one is found by its business key, the number of the case. An act that comes
 * too late, because the process has moved on or somebody else was faster, is answered with false.
 */
public final class CaseProcess {

    private final String process;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final FailedSteps failedSteps;

    /**
     * The process with this id.
     *
     * @param process id of the process
     */
    public CaseProcess(String process, RuntimeService runtime, TaskService tasks, FailedSteps failedSteps) {
        this.process = process;
        this.runtime = runtime;
        this.tasks = tasks;
        this.failedSteps = failedSteps;
    }

    /** The engine's id of the running process of a case. */
    public Optional<String> running(String number) {
        return Optional.ofNullable(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(number, process)
                        .singleResult())
                .map(Execution::getProcessInstanceId);
    }

    /**
     * Sends a message to everything that waits for it; false if the process does not, or no longer, wait for it. A
     * {@code CHANGED_AT_ONCE} problem if a step runs at this moment and somebody waits for the answer; a job is repeated.
     */
    public boolean tell(String number, String message, Map<String, Object> variables) {
        try {
            return !runtime.createMessageCorrelation(message)
                    .processInstanceBusinessKey(number)
                    .setVariables(variables)
                    .correlateAllWithResult()
                    .isEmpty();
        } catch (OptimisticLockingException meanwhile) {
            if (RequestContextHolder.getRequestAttributes() == null) {
                throw meanwhile;
            }
            throw new Problem(ProblemCode.CHANGED_AT_ONCE, meanwhile, number);
        }
    }

    /**
     * As {@link #tell}, but a message for which nothing waits yet is kept until something does. For what happened and is on record;
     * what somebody asks for is refused instead.
     *
     * @param sender the user with whom it came; empty if none
     */
    public void tellOrKeep(String number, String message, String sender) {
        if (!tell(number, message, Map.of())) {
            running(number).ifPresent(process -> KeptMessages.keep(runtime, process, message, sender));
        }
    }

    /**
     * Completes an open user task; false if there is none, or if somebody else completes it at this moment.
     *
     * @param element id of the user task
     * @param user whom the task is assigned to, as in Tasklist; none leaves the assignee as it is
     */
    public boolean complete(String number, String element, Map<String, Object> variables, @Nullable String user) {
        Task task = tasks.createTaskQuery()
                .processDefinitionKey(process)
                .processInstanceBusinessKey(number)
                .taskDefinitionKey(element)
                .singleResult();
        if (task == null) {
            return false;
        }
        try {
            complete(task, variables, user);
            return true;
        } catch (OptimisticLockingException | NullValueException completedMeanwhile) {
            return false;
        }
    }

    /** In one command, so that the engine reads and writes the task and its process once. */
    private void complete(Task task, Map<String, Object> variables, @Nullable String user) {
        CommandExecutor together = ((ServiceImpl) tasks).getCommandExecutor();
        together.execute(command -> {
            if (user != null) {
                tasks.setAssignee(task.getId(), user);
            }
            tasks.complete(task.getId(), variables);
            return task;
        });
    }

    /**
     * Takes the case from one step to another, because a person decided so and the record allows it; false if it does not stand
     * there, or if its definition has no such step. A {@code CHANGED_AT_ONCE} problem as from {@link #tell}.
     *
     * @param to the step to begin; null to leave the first one only
     */
    public boolean move(String number, String from, @Nullable String to) {
        Optional<String> running = running(number);
        if (running.isEmpty() || !standsAt(runtime.getActivityInstance(running.get()), from)) {
            return false;
        }
        ProcessInstanceModificationBuilder change = runtime.createProcessInstanceModification(running.get());
        try {
            // First the new step, so that the scope of both, with its timers, stays
            (to == null ? change : change.startBeforeActivity(to))
                    .cancelAllForActivity(from)
                    .execute();
            return true;
        } catch (NotValidException unknownStep) {
            return false;
        } catch (OptimisticLockingException meanwhile) {
            throw new Problem(ProblemCode.CHANGED_AT_ONCE, meanwhile, number);
        }
    }

    private static boolean standsAt(ActivityInstance scope, String element) {
        return scope.getActivityInstances(element).length > 0 || scope.getTransitionInstances(element).length > 0;
    }

    /** Retries the failed steps now; false if there are none. */
    public boolean retry(String number) {
        return failedSteps.retry(process, number);
    }
}
