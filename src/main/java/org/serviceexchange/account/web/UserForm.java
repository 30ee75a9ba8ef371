package org.serviceexchange.account.web;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.directory.Person;
import org.serviceexchange.directory.StoredPerson;
import org.serviceexchange.platform.access.Role;

/** The fields of the form for a user, not yet validated. */
record UserForm(
        @Nullable String userId,
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable String mail,
        @Nullable List<Role> roles) {

    static UserForm of(StoredPerson person, Set<Role> roles) {
        return new UserForm(person.userId(), person.firstName(), person.lastName(), person.mail(), List.copyOf(roles));
    }

    Person person(@Nullable String id) {
        return new Person(
                Objects.toString(id, ""),
                Objects.toString(firstName, ""),
                Objects.toString(lastName, ""),
                Objects.toString(mail, ""));
    }

    Set<Role> chosenRoles() {
        Set<Role> chosen = EnumSet.noneOf(Role.class);
        if (roles != null) {
            chosen.addAll(roles);
        }
        return chosen;
    }

    /** For the template: whether the box of a role is ticked. */
    public boolean has(Role role) {
        return chosenRoles().contains(role);
    }
}
