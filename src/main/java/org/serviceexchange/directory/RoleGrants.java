package org.serviceexchange.directory;

import java.util.Collection;
import java.util.Set;

/**
 * Which groups of the directory this application put users into.
 *
 * <p>Security guarantees: A membership that another program wrote into the engine's tables gives no role.
 */
public interface RoleGrants {

    /** Notes that a user becomes a member of groups; part of the caller's transaction. */
    void grant(String userId, Collection<String> groups);

    /** Notes that a user is no longer a member of groups; part of the caller's transaction. */
    void revoke(String userId, Collection<String> groups);

    /** The groups in which the user is a member and that were granted to the user. */
    Set<String> groupsOf(String userId);
}
