package org.serviceexchange.directory;

import java.util.List;

/**
 * What belongs to a user besides names and password.
 *
 * <p>Security guarantees: A user name is given once, in whatever case; nobody inherits what belonged to somebody else.
 */
public interface Accounts {

    /** Adds a user; a name that is or was in use is a {@code USER_NAME_TAKEN} problem. */
    void add(String userId);

    /** Rises when sessions of the user must end; 0 for an unknown user. */
    long securityVersion(String userId);

    /** Ends what the user's earlier logins opened, on all nodes. */
    void raiseSecurityVersion(String userId);

    /** Whether the user may log in at all; false after an admin deactivated the user. */
    boolean active(String userId);

    /** Lets a user log in or not, and ends the user's sessions. */
    void setActive(String userId, boolean active);

    /** User names that differ in case only, which earlier versions allowed. */
    List<String> ambiguous();

    /** Blocks other transactions that lock this user, on all nodes, until this one ends. */
    void lock(String userId);
}
