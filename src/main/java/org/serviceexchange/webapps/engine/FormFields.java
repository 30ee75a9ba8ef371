package org.serviceexchange.webapps.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.task.Task;
import org.serviceexchange.platform.engine.ProcessRegistration;
import org.springframework.stereotype.Component;

/** Names of the variables that the forms of our processes send. */
@Component
public class FormFields {

    private final List<ProcessRegistration> processes;
    private final RepositoryService repository;
    private final TaskService tasks;

    /** Keys of definitions by their ids, which never change; each field of a form asks again. */
    private final Map<String, String> keys = new ConcurrentHashMap<>();

    FormFields(List<ProcessRegistration> processes, RepositoryService repository, TaskService tasks) {
        this.processes = List.copyOf(processes);
        this.repository = repository;
        this.tasks = tasks;
    }

    /** Whether the form with which a person starts this process has the field. */
    public boolean isOfStart(String definitionId, String name) {
        return keyOf(definitionId)
                .filter(key -> has(of(key, ProcessRegistration.START), name))
                .isPresent();
    }

    private Optional<String> keyOf(String definitionId) {
        String known = keys.get(definitionId);
        if (known != null) {
            return Optional.of(known);
        }
        ProcessDefinition definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionId(definitionId)
                .singleResult();
        if (definition == null) {
            return Optional.empty();
        }
        keys.put(definitionId, definition.getKey());
        return Optional.of(definition.getKey());
    }

    /**
     * Whether the form of a task has the field. Forms of earlier versions also send what they only showed, which is accepted as
     * long as it is what the process has.
     */
    public boolean isOfTask(String taskId, String name, String value) {
        Task task = tasks.createTaskQuery().taskId(taskId).singleResult();
        if (task == null || task.getProcessDefinitionId() == null) {
            return false;
        }
        String process =
                repository.getProcessDefinition(task.getProcessDefinitionId()).getKey();
        return has(of(process, task.getTaskDefinitionKey()), name) || value.equals(tasks.getVariable(taskId, name));
    }

    private static boolean has(Set<String> fields, String name) {
        return fields.stream()
                .anyMatch(field -> field.endsWith("*")
                        ? name.startsWith(field.substring(0, field.length() - 1))
                        : field.equals(name));
    }

    private Set<String> of(String process, String element) {
        return processes.stream()
                .filter(registration -> registration.key().equals(process))
                .findFirst()
                .map(registration -> registration.fields().getOrDefault(element, Set.of()))
                .orElse(Set.of());
    }
}
