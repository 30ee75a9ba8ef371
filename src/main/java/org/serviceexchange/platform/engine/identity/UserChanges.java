package org.serviceexchange.platform.engine.identity;

/**
 * Is told of every change of a user in the engine's identity service, whichever way it came, as part of the change's
 * transaction.
 */
public interface UserChanges {

    /** A user is about to be created; a problem if the name cannot be given. */
    void creating(String id);

    /** A password is about to be set; a problem if it is not one that may be used. */
    void checkPassword(String id, String password);

    /** What a user has proved before counts no more: the password was changed, or the user deleted. */
    void credentialsChanged(String id);
}
