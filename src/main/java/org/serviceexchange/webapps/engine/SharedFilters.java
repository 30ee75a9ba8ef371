package org.serviceexchange.webapps.engine;

import static org.camunda.bpm.engine.authorization.Permissions.READ;

import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.serviceexchange.platform.access.Role;
import org.serviceexchange.platform.message.Languages;
import org.serviceexchange.platform.message.Messages;
import org.springframework.stereotype.Component;

/**
 * The filters that all who administer Service Exchange share. Each is made once in the life of an instance, so that what an admin
 * changes or deletes stays so; their names and columns are in one language, because the engine keeps one name.
 */
@Component
class SharedFilters {

    /** The engine's own properties remember which were made, by the keys of their names. */
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

    /** Makes what was never made; a filter of that name, from an earlier version, is kept and gets columns. */
    void complete() {
        Map<String, String> made = management.getProperties();
        String[] findings = filters.findingsTasks();
        once(made, "tasklist.filter.validationFailed", 2, filters.query().taskDefinitionKeyIn(findings));
        once(made, "tasklist.filter.unassigned", 3, filters.query().taskUnassigned());
        once(made, "tasklist.filter.allTasks", 4, filters.query());
    }

    private void once(Map<String, String> made, String key, int position, TaskQuery query) {
        if (made.containsKey(MADE + key)) {
            return;
        }
        String name = Messages.of(key, Languages.DEFAULT);
        Filter filter = stored.createTaskFilterQuery().filterName(name).list().stream()
                .findFirst()
                .orElseGet(() -> filters.create(name, query));
        String id = filters.save(filter, position, Languages.DEFAULT).getId();
        grants.grant(Role.SERVICE_EXCHANGE_ADMIN.group(), Resources.FILTER, id, READ);
        management.setProperty(MADE + key, id);
    }
}
