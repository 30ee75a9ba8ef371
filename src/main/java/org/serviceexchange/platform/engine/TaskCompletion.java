package org.serviceexchange.platform.engine;

import java.util.Map;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Completes user tasks for people on our pages. */
@Component
public class TaskCompletion {

    private final TaskService tasks;

    public TaskCompletion(TaskService tasks) {
        this.tasks = tasks;
    }

    /**
     * Completes the open task of a case; false if there is none, or if somebody else completes it at this moment.
     *
     * @param process id of the process
     * @param number business key of the case
     * @param element id of the user task
     * @param user whom the task is assigned to, as in Tasklist; none leaves the assignee as it is
     */
    public boolean complete(
            String process, String number, String element, Map<String, Object> variables, @Nullable String user) {
        Task task = tasks.createTaskQuery()
                .processDefinitionKey(process)
                .processInstanceBusinessKey(number)
                .taskDefinitionKey(element)
                .singleResult();
        if (task == null) {
            return false;
        }
        try {
            if (user != null) {
                tasks.setAssignee(task.getId(), user);
            }
            tasks.complete(task.getId(), variables);
            return true;
        } catch (OptimisticLockingException | NullValueException completedMeanwhile) {
            return false;
        }
    }
}
