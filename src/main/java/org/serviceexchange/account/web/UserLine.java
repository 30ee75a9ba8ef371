package org.serviceexchange.account.web;

import java.util.List;
import java.util.Optional;
import org.serviceexchange.account.UserRows;
import org.serviceexchange.directory.User;
import org.serviceexchange.platform.access.Role;

/**
 * A user in the list.
 *
 * @param state part of the message key of the state
 * @param look style class of the state
 */
record UserLine(String userId, String name, String mail, List<Role> roles, String state, String look) {

    static UserLine of(UserRows.Line line, Optional<User> user) {
        boolean waits = line.active() && !line.hasPassword();
        return new UserLine(
                line.userId(),
                User.displayName(line.userId(), line.firstName(), line.lastName()),
                line.mail(),
                user.map(found -> found.roles().stream().sorted().toList()).orElse(List.of()),
                waits ? "invited" : line.active() ? "active" : "deactivated",
                waits || !line.active() ? "state-warn" : "state-ok");
    }
}
