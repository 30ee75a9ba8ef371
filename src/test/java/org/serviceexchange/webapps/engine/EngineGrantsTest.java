package org.serviceexchange.webapps.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.TASK_ASSIGN;

import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Resources;
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
    EngineGrants grants;

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
