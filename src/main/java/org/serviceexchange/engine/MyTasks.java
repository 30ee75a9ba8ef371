package org.serviceexchange.engine;

import java.util.List;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A "My tasks" filter for every user of Tasklist. One shared filter would need an expression in a stored query, which the
 * engine refuses here on purpose.
 */
@Component
public class MyTasks {

    private static final String NAME = "My tasks";

    private final FilterService filters;
    private final TaskService tasks;

    MyTasks(FilterService filters, TaskService tasks) {
        this.filters = filters;
        this.tasks = tasks;
    }

    /** Makes the filter of this user unless it exists; the engine lets its owner alone see it. */
    @Transactional
    public void ensure(String userId) {
        List<Filter> own = filters.createTaskFilterQuery()
                .filterName(NAME)
                .filterOwner(userId)
                .list();
        if (own.isEmpty()) {
            Filter filter = filters.newTaskFilter(NAME)
                    .setOwner(userId)
                    .setQuery(tasks.createTaskQuery().taskAssignee(userId))
                    .setProperties(TaskFilters.properties(1));
            filters.saveFilter(filter);
        }
    }
}
