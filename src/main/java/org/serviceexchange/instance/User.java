package org.serviceexchange.instance;

import java.util.Set;

/**
 * A person who can log in.
 *
 * @param id the immutable user name
 * @param displayName first and last name, or the id
 * @param mail e-mail address, empty if none
 */
public record User(String id, String displayName, String mail, Set<Role> roles) {

    public User {
        roles = Set.copyOf(roles);
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }
}
