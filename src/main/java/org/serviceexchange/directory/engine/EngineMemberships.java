package org.serviceexchange.directory.engine;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.serviceexchange.directory.RoleGrants;
import org.serviceexchange.platform.access.Role;
import org.serviceexchange.platform.security.SecurityEvent;
import org.serviceexchange.platform.security.SecurityLog;
import org.springframework.stereotype.Component;

/** Roles of users: memberships in the engine's groups, each with a note that this application gave it. */
@Component
class EngineMemberships {

    private final IdentityService identities;
    private final RoleGrants grants;

    EngineMemberships(IdentityService identities, RoleGrants grants) {
        this.identities = identities;
        this.grants = grants;
    }

    Set<Role> rolesOf(String id) {
        Set<String> groups = grants.groupsOf(id);
        return Arrays.stream(Role.values())
                .filter(role -> groups.contains(role.group()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Makes a user a member of the groups of these roles and of no others that belong to a role. */
    void replace(String id, Set<Role> roles) {
        Set<String> wanted = groups(roles);
        Set<String> present = grants.groupsOf(id);
        Set<String> gone = without(present, wanted);
        gone.forEach(group -> identities.deleteMembership(id, group));
        grants.revoke(id, gone);
        Set<String> fresh = without(wanted, present);
        for (String group : fresh) {
            // A membership that another program wrote may be there already
            identities.deleteMembership(id, group);
            identities.createMembership(id, group);
        }
        grants.grant(id, fresh);
        if (!gone.isEmpty() || !fresh.isEmpty()) {
            SecurityLog.record(
                    SecurityEvent.ROLES_CHANGED,
                    "user.target.name",
                    id,
                    "user.target.roles.given",
                    listed(fresh),
                    "user.target.roles.taken",
                    listed(gone));
        }
    }

    /** The users whom the engine has as members of the group of a role. */
    List<User> members(Role role) {
        return identities.createUserQuery().memberOfGroup(role.group()).list();
    }

    private static String listed(Set<String> groups) {
        return String.join(" ", new TreeSet<>(groups));
    }

    private static Set<String> groups(Collection<Role> roles) {
        return roles.stream().flatMap(role -> EngineGroups.of(role).stream()).collect(Collectors.toSet());
    }

    private static Set<String> without(Set<String> all, Set<String> those) {
        Set<String> rest = new HashSet<>(all);
        rest.removeAll(those);
        return rest;
    }
}
