package org.serviceexchange.engine;

import static org.camunda.bpm.engine.authorization.Permissions.ACCESS;
import static org.camunda.bpm.engine.authorization.Permissions.ALL;
import static org.camunda.bpm.engine.authorization.Permissions.CREATE;
import static org.camunda.bpm.engine.authorization.Permissions.READ;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.CREATE_INSTANCE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_HISTORY;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_INSTANCE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_TASK;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.TASK_WORK;

import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.serviceexchange.instance.Role;
import org.springframework.stereotype.Component;

/**
 * What each role may do in the engine: admins everything; those who steer Service Exchange what Tasklist needs;
 * everyone else nothing. Only the application deploys, so "every process definition" is its own.
 */
@Component
class EngineGrants {

    static final String ALL_TASKS = "All tasks";
    private static final String STEERS = Role.SERVICE_EXCHANGE_ADMIN.group();

    private final AuthorizationService authorizations;
    private final FilterService filters;
    private final TaskService tasks;

    EngineGrants(AuthorizationService authorizations, FilterService filters, TaskService tasks) {
        this.authorizations = authorizations;
        this.filters = filters;
        this.tasks = tasks;
    }

    /** Grants what is missing; what an admin granted besides stays. */
    void complete() {
        for (Resource resource : Resources.values()) {
            grant(Role.ADMIN.group(), resource, Authorization.ANY, ALL);
            grant(Groups.CAMUNDA_ADMIN, resource, Authorization.ANY, ALL);
        }
        grant(STEERS, Resources.APPLICATION, "tasklist", ACCESS);
        grant(STEERS, Resources.PROCESS_INSTANCE, Authorization.ANY, CREATE);
        grant(
                STEERS,
                Resources.PROCESS_DEFINITION,
                Authorization.ANY,
                ProcessDefinitionPermissions.READ,
                CREATE_INSTANCE,
                READ_INSTANCE,
                READ_HISTORY,
                READ_TASK,
                TASK_WORK);
        grant(STEERS, Resources.FILTER, allTasks(), READ);
    }

    private String allTasks() {
        var existing = filters.createTaskFilterQuery().filterName(ALL_TASKS).list();
        if (!existing.isEmpty()) {
            return existing.get(0).getId();
        }
        var filter = filters.newTaskFilter(ALL_TASKS)
                .setQuery(tasks.createTaskQuery())
                .setProperties(TaskFilters.properties(0));
        return filters.saveFilter(filter).getId();
    }

    private void grant(String group, Resource resource, String id, Permission... permissions) {
        boolean granted = authorizations
                        .createAuthorizationQuery()
                        .groupIdIn(group)
                        .resourceType(resource)
                        .resourceId(id)
                        .count()
                > 0;
        if (!granted) {
            Authorization grant = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
            grant.setGroupId(group);
            grant.setResource(resource);
            grant.setResourceId(id);
            grant.setPermissions(permissions);
            authorizations.saveAuthorization(grant);
        }
    }
}
