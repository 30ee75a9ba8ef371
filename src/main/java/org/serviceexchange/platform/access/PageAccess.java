package org.serviceexchange.platform.access;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Who may open the pages below a path. Every feature declares its own as beans; a page that no bean names is closed.
 *
 * @param pattern path pattern such as {@code /registrations/**}
 * @param anonymous whether people who are not logged in may open it too
 * @param allowed decides over the roles of the user who is logged in
 */
public record PageAccess(String pattern, boolean anonymous, Predicate<Set<Role>> allowed) {

    /** Users who are logged in and whose roles pass. */
    public PageAccess(String pattern, Predicate<Set<Role>> allowed) {
        this(pattern, false, allowed);
    }

    /** Members of at least one of these roles. */
    public static PageAccess anyOf(String pattern, Role first, Role... others) {
        Set<Role> roles = EnumSet.of(first, others);
        return new PageAccess(pattern, has -> has.stream().anyMatch(roles::contains));
    }

    /** Everyone, logged in or not. */
    public static PageAccess anyone(String pattern) {
        return new PageAccess(pattern, true, has -> true);
    }
}
