package org.serviceexchange.webapps.engine;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.serviceexchange.platform.engine.ProcessRegistration;
import org.serviceexchange.platform.message.Messages;
import org.springframework.stereotype.Component;

/** Functions that all task filters of this application share. */
@Component
class TaskFilters {

    private final FilterService filters;
    private final TaskService tasks;
    private final List<ProcessRegistration> processes;

    TaskFilters(FilterService filters, TaskService tasks, List<ProcessRegistration> processes) {
        this.filters = filters;
        this.tasks = tasks;
        this.processes = processes;
    }

    /** The user tasks of all processes in which a person resolves findings. */
    String[] findingsTasks() {
        return processes.stream()
                .map(ProcessRegistration::findingsTask)
                .filter(task -> !task.isEmpty())
                .distinct()
                .toArray(String[]::new);
    }

    /** All tasks, the most urgent first. */
    TaskQuery query() {
        return tasks.createTaskQuery()
                .orderByTaskPriority()
                .desc()
                .orderByDueDate()
                .asc();
    }

    /** A new filter, not yet saved. */
    Filter create(String name, TaskQuery query) {
        return filters.newTaskFilter(name).setQuery(query).setProperties(Map.of());
    }

    /**
     * Saves a filter, with default columns if it has none; Tasklist shows filters in ascending order of their position.
     */
    Filter save(Filter filter, int position, Locale language) {
        if (Objects.requireNonNullElse(filter.getProperties().get("variables"), List.of())
                .equals(List.of())) {
            filter.setProperties(Map.of(
                    "priority",
                    position,
                    "color",
                    "#17536c",
                    "refresh",
                    true,
                    "showUndefinedVariable",
                    false,
                    "variables",
                    columns(language)));
        }
        return filters.saveFilter(filter);
    }

    private List<Map<String, String>> columns(Locale language) {
        return processes.stream()
                .flatMap(process -> process.columns().stream())
                .map(column -> Map.of("name", column.variable(), "label", Messages.of(column.label(), language)))
                .distinct()
                .toList();
    }
}
