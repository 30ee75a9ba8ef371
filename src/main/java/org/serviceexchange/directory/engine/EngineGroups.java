package org.serviceexchange.directory.engine;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
import org.serviceexchange.directory.DirectoryRows;
import org.serviceexchange.platform.access.Role;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Creates the groups of this application's roles at the first start. */
@Component
class EngineGroups implements SmartInitializingSingleton {

    private static final String TYPE = "WORKFLOW";

    private final IdentityService identities;

    private final DirectoryRows rows;
    private final TransactionTemplate transaction;

    EngineGroups(IdentityService identities, DirectoryRows rows, TransactionTemplate transaction) {
        this.identities = identities;
        this.rows = rows;
        this.transaction = transaction;
    }

    /**
     * Groups that a member of the role belongs to; the webapps treat the instance as not set up until their own admin
     * group has a member.
     */
    static List<String> of(Role role) {
        return role == Role.ADMIN ? List.of(role.group(), Groups.CAMUNDA_ADMIN) : List.of(role.group());
    }

    @Override
    public void afterSingletonsInstantiated() {
        Stream<String> groups = Arrays.stream(Role.values()).flatMap(role -> of(role).stream());
        transaction.executeWithoutResult(status -> {
            rows.lockSetUp();
            groups.filter(this::missing).forEach(this::create);
        });
    }

    private boolean missing(String id) {
        return identities.createGroupQuery().groupId(id).count() == 0;
    }

    private void create(String id) {
        var group = identities.newGroup(id);
        group.setName(id);
        group.setType(id.equals(Groups.CAMUNDA_ADMIN) ? Groups.GROUP_TYPE_SYSTEM : TYPE);
        identities.saveGroup(group);
    }
}
