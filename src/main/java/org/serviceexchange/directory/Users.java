package org.serviceexchange.directory;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.platform.access.Role;

/** The user directory of this instance, stored in the engine's identity tables. */
public interface Users {

    /** The user if the password is right and the user may log in; no transaction may be open, because this takes time. */
    Optional<User> authenticate(String id, String password);

    /** The user; empty if unknown or a deactivated contact. */
    Optional<User> findActive(String id);

    /** The user, including users who may not log in. */
    Optional<User> find(String id);

    /** Names and e-mail address of a user as they are stored. */
    Optional<StoredPerson> person(String id);

    /** Whether the user exists and has the role. */
    boolean has(String id, Role role);

    /** The users who have a role and may log in. */
    List<User> withRole(Role role);

    /** Hashes a password to be stored; no transaction may be open, because this takes time. */
    HashedPassword hash(String password);

    /**
     * Creates a user; a user name that is in use is a {@code USER_NAME_TAKEN} problem.
     *
     * @param password null for a user who sets the first password by a link
     */
    void create(
            String id,
            String firstName,
            String lastName,
            String mail,
            @Nullable HashedPassword password,
            Set<Role> roles);

    /** Gives a user these roles and no others; the user's sessions follow within seconds. */
    void changeRoles(String id, Set<Role> roles);

    /** Whether the user has set a password. */
    boolean hasPassword(String id);

    void changeName(String id, String firstName, String lastName);

    void changeMail(String id, String mail);

    /** Sets a password and ends all sessions of the user. */
    void changePassword(String id, HashedPassword password);

    /** A number that rises when all sessions of the user must end. */
    long securityVersion(String id);

    /** Ends all sessions of the user. */
    void endSessions(String id);

    /** Whether a member of {@link Role#ADMIN} exists, that is, whether set-up is complete. */
    boolean anyAdmin();

    /** Whether a member of {@link Role#ADMIN} has a password and may log in. */
    boolean anyAdminWhoMayLogIn();
}
