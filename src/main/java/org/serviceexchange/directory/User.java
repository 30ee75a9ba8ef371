package org.serviceexchange.directory;

import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.platform.access.Role;

/**
 * A person who can log in.
 *
 * @param id the immutable user name
 * @param displayName first and last name, or the user name if there is neither
 * @param mail e-mail address, empty if none
 */
public record User(String id, String displayName, String mail, Set<Role> roles) {

    public User {
        roles = Set.copyOf(roles);
    }

    /** First and last name in one text, or the user name if there is neither. */
    public static String displayName(String id, @Nullable String firstName, @Nullable String lastName) {
        String name = (Objects.toString(firstName, "") + " " + Objects.toString(lastName, "")).strip();
        return name.isEmpty() ? id : name;
    }
}
