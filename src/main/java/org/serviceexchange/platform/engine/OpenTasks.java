package org.serviceexchange.platform.engine;

import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.task.TaskQuery;

/** User tasks of the case that a delegate works on. */
public final class OpenTasks {

    /** Of a task that a reminder has made the most urgent of all. */
    private static final int URGENT = 90;

    private OpenTasks() {}

    /** Whether the user task with this id is open. */
    public static boolean in(DelegateExecution execution, String element) {
        return tasks(execution, element).count() > 0;
    }

    /** Puts the user task with this id before all others; who works on it, and when it is due, stays. */
    public static void urge(DelegateExecution execution, String element) {
        TaskService service = execution.getProcessEngineServices().getTaskService();
        tasks(execution, element).list().forEach(task -> service.setPriority(task.getId(), URGENT));
    }

    private static TaskQuery tasks(DelegateExecution execution, String element) {
        return execution
                .getProcessEngineServices()
                .getTaskService()
                .createTaskQuery()
                .processInstanceId(execution.getProcessInstanceId())
                .taskDefinitionKey(element);
    }
}
