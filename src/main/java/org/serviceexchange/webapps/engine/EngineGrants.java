package org.serviceexchange.webapps.engine;

import static org.camunda.bpm.engine.authorization.Permissions.ACCESS;
import static org.camunda.bpm.engine.authorization.Permissions.ALL;
import static org.camunda.bpm.engine.authorization.Permissions.CREATE;
import static org.camunda.bpm.engine.authorization.Permissions.READ;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.CREATE_INSTANCE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_HISTORY;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_INSTANCE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_TASK;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.TASK_ASSIGN;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.TASK_WORK;

import java.util.List;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.serviceexchange.platform.access.Role;
import org.springframework.stereotype.Component;

/**
 * Authorizations of the roles in the engine: admins may do everything, except with the personal filters of others; users
 * who administer Service Exchange, what Tasklist needs; everyone else, nothing. Only the application deploys, so "every
 * process definition" means its own.
 */
@Component
class EngineGrants {

    private static final String SERVICE_EXCHANGE_ADMINS = Role.SERVICE_EXCHANGE_ADMIN.group();

    private static final List<String> ADMINS = List.of(Role.ADMIN.group(), Groups.CAMUNDA_ADMIN);

    private static final String TAKEN_OVER = "serviceExchange.grant.taskAssign";
    private static final String OWN_FILTERS = "serviceExchange.grant.ownFilters";

    private final AuthorizationService authorizations;
    private final ManagementService management;

    EngineGrants(AuthorizationService authorizations, ManagementService management) {
        this.authorizations = authorizations;
        this.management = management;
    }

    /** Grants what is missing; additional grants by an admin are kept. */
    void complete() {
        for (String admins : ADMINS) {
            for (Resource resource : Resources.values()) {
                grant(admins, resource, Authorization.ANY, resource == Resources.FILTER ? CREATE : ALL);
            }
        }
        hideFiltersOfOthers();
        grant(SERVICE_EXCHANGE_ADMINS, Resources.APPLICATION, "tasklist", ACCESS);
        grant(SERVICE_EXCHANGE_ADMINS, Resources.PROCESS_INSTANCE, Authorization.ANY, CREATE);
        grant(
                SERVICE_EXCHANGE_ADMINS,
                Resources.PROCESS_DEFINITION,
                Authorization.ANY,
                ProcessDefinitionPermissions.READ,
                CREATE_INSTANCE,
                READ_INSTANCE,
                READ_HISTORY,
                READ_TASK,
                TASK_WORK,
                TASK_ASSIGN);
        letTasksBeTakenOver();
    }

    /** Adds, once, the permission that the grant of an earlier version lacked; an admin may remove it again. */
    private void letTasksBeTakenOver() {
        if (management.getProperties().containsKey(TAKEN_OVER)) {
            return;
        }
        Authorization grant = authorizations
                .createAuthorizationQuery()
                .groupIdIn(SERVICE_EXCHANGE_ADMINS)
                .resourceType(Resources.PROCESS_DEFINITION)
                .resourceId(Authorization.ANY)
                .singleResult();
        grant.addPermission(TASK_ASSIGN);
        authorizations.saveAuthorization(grant);
        management.setProperty(TAKEN_OVER, "granted");
    }

    /**
     * Narrows, once, what earlier versions granted: Tasklist showed an admin everybody's "My tasks", and opened with the
     * first of them.
     */
    private void hideFiltersOfOthers() {
        if (management.getProperties().containsKey(OWN_FILTERS)) {
            return;
        }
        authorizations
                .createAuthorizationQuery()
                .groupIdIn(ADMINS.toArray(String[]::new))
                .resourceType(Resources.FILTER)
                .resourceId(Authorization.ANY)
                .list()
                .forEach(grant -> {
                    grant.setPermissions(new Permission[] {CREATE});
                    authorizations.saveAuthorization(grant);
                });
        management.setProperty(OWN_FILTERS, "narrowed");
    }

    /** Lets those who administer read a filter, and admins change it too. */
    void share(String filter) {
        grant(SERVICE_EXCHANGE_ADMINS, Resources.FILTER, filter, READ);
        ADMINS.forEach(admins -> grant(admins, Resources.FILTER, filter, ALL));
    }

    /** Adds the grant unless the group already has one for the resource. */
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
