package org.serviceexchange.instance;

import java.util.Set;
import java.util.function.Predicate;

/**
 * Who may open the pages below a path. Every feature declares its own as beans; a page that no bean names is closed.
 *
 * @param pattern path pattern such as {@code /registrations/**}
 * @param allowed decides over the roles of the user who is logged in
 */
public record PageAccess(String pattern, Predicate<Set<Role>> allowed) {

    /** Members of at least one of these roles. */
    public static PageAccess anyOf(String pattern, Role first, Role... others) {
        Set<Role> roles = java.util.EnumSet.of(first, others);
        return new PageAccess(pattern, has -> has.stream().anyMatch(roles::contains));
    }
}
