package org.serviceexchange.webapps.engine;

import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.serviceexchange.platform.message.Languages;
import org.serviceexchange.platform.message.Messages;
import org.springframework.stereotype.Component;

/**
 * Creates the filters that all users who administer Service Exchange share. Each is created once in the life of an
 * instance, so that an admin's changes and deletions last; names and columns are in one language, because the engine
 * stores a single name.
 */
@Component
class SharedFilters {

    /** Prefix of engine properties that record, by the message keys of their names, which filters were created. */
    private static final String MADE = "serviceExchange.";

    private final FilterService stored;
    private final TaskFilters filters;
    private final ManagementService management;
    private final EngineGrants grants;

    SharedFilters(FilterService stored, TaskFilters filters, ManagementService management, EngineGrants grants) {
        this.stored = stored;
        this.filters = filters;
        this.management = management;
        this.grants = grants;
    }

    /**
     * Creates the filters that were never created; an existing filter of the same name from an earlier version is kept
     * and gets columns.
     */
    void complete() {
        Map<String, String> made = management.getProperties();
        String[] findings = filters.findingsTasks();
        once(made, "tasklist.filter.validationFailed", 2, filters.query().taskDefinitionKeyIn(findings));
        once(made, "tasklist.filter.unassigned", 3, filters.query().taskUnassigned());
        once(made, "tasklist.filter.allTasks", 4, filters.query());
    }

    private void once(Map<String, String> made, String key, int position, TaskQuery query) {
        String earlier = made.get(MADE + key);
        if (earlier != null) {
            if (stored.getFilter(earlier) != null) {
                grants.share(earlier);
            }
            return;
        }
        String name = Messages.of(key, Languages.DEFAULT);
        Filter filter = stored.createTaskFilterQuery().filterName(name).list().stream()
                .findFirst()
                .orElseGet(() -> filters.create(name, query));
        String id = filters.save(filter, position, Languages.DEFAULT).getId();
        grants.share(id);
        management.setProperty(MADE + key, id);
    }
}
