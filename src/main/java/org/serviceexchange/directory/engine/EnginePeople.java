package org.serviceexchange.directory.engine;

import java.util.Objects;
import java.util.Set;
import org.serviceexchange.directory.StoredPerson;
import org.serviceexchange.directory.User;
import org.serviceexchange.platform.access.Role;

/** Users as the engine stores them, as people of the directory. */
final class EnginePeople {

    private EnginePeople() {}

    static User user(org.camunda.bpm.engine.identity.User stored, Set<Role> roles) {
        return new User(
                stored.getId(),
                User.displayName(stored.getId(), stored.getFirstName(), stored.getLastName()),
                Objects.toString(stored.getEmail(), ""),
                roles);
    }

    static StoredPerson person(org.camunda.bpm.engine.identity.User stored) {
        return new StoredPerson(
                stored.getId(),
                Objects.toString(stored.getFirstName(), ""),
                Objects.toString(stored.getLastName(), ""),
                Objects.toString(stored.getEmail(), ""));
    }
}
