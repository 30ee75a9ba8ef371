package org.serviceexchange.webapps.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.TASK_ASSIGN;

import java.util.List;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.junit.jupiter.api.Test;
import org.serviceexchange.InstanceTest;
import org.serviceexchange.platform.access.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

@InstanceTest
@Transactional
class EngineGrantsTest {

    @Autowired
    AuthorizationService authorizations;

    @Autowired
    ManagementService management;

    @Autowired
    FilterService filters;

    @Autowired
    IdentityService identities;

    @Autowired
    EngineGrants grants;

    @Autowired
    SharedFilters shared;

    @Test
    void letThoseWhoAdministerTakeTasksOverAlsoAfterAnUpdate() {
        takeAway();
        management.deleteProperty("serviceExchange.grant.taskAssign");

        grants.complete();

        assertThat(ofThoseWhoAdminister().isPermissionGranted(TASK_ASSIGN)).isTrue();
    }

    @Test
    void stayAsAnAdminLeftThem() {
        takeAway();

        grants.complete();

        assertThat(ofThoseWhoAdminister().isPermissionGranted(TASK_ASSIGN)).isFalse();
    }

    @Test
    void showNobodyTheFiltersOfOthersAlsoAfterAnUpdate() {
        filters.saveFilter(filters.newTaskFilter("Greta's").setOwner("greta"));
        Authorization earlier = authorizations
                .createAuthorizationQuery()
                .groupIdIn(Groups.CAMUNDA_ADMIN)
                .resourceType(Resources.FILTER)
                .resourceId(Authorization.ANY)
                .singleResult();
        earlier.setPermissions(new Permission[] {Permissions.ALL});
        authorizations.saveAuthorization(earlier);
        management.deleteProperty("serviceExchange.grant.ownFilters");

        grants.complete();
        shared.complete();

        assertThat(filtersOf(Role.ADMIN.group(), Groups.CAMUNDA_ADMIN))
                .contains("Validation failed", "Unassigned tasks", "All tasks")
                .doesNotContain("Greta's");
        assertThat(filtersOf(Role.SERVICE_EXCHANGE_ADMIN.group()))
                .contains("Validation failed", "Unassigned tasks", "All tasks")
                .doesNotContain("Greta's");
    }

    private List<String> filtersOf(String... groups) {
        identities.setAuthentication("somebody", List.of(groups));
        try {
            return filters.createTaskFilterQuery().list().stream()
                    .map(Filter::getName)
                    .toList();
        } finally {
            identities.clearAuthentication();
        }
    }

    private void takeAway() {
        Authorization grant = ofThoseWhoAdminister();
        assertThat(grant.isPermissionGranted(TASK_ASSIGN)).isTrue();
        grant.removePermission(TASK_ASSIGN);
        authorizations.saveAuthorization(grant);
    }

    private Authorization ofThoseWhoAdminister() {
        return authorizations
                .createAuthorizationQuery()
                .groupIdIn(Role.SERVICE_EXCHANGE_ADMIN.group())
                .resourceType(Resources.PROCESS_DEFINITION)
                .resourceId(Authorization.ANY)
                .singleResult();
    }
}
