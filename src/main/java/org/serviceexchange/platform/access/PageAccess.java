package org.serviceexchange.platform.access;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Access rule of the pages below a path. Every feature declares its own beans; a page without a rule is denied.
 *
 * @param pattern path pattern such as {@code /registrations/**}
 * @param anonymous whether people may open the pages without being logged in
 * @param allowed decides by the roles of the logged-in user
 */
public record PageAccess(String pattern, boolean anonymous, Predicate<Set<Role>> allowed) {

    /** Allows logged-in users whose roles pass. */
    public PageAccess(String pattern, Predicate<Set<Role>> allowed) {
        this(pattern, false, allowed);
    }

    /** Allows members of at least one of these roles. */
    public static PageAccess anyOf(String pattern, Role first, Role... others) {
        Set<Role> roles = EnumSet.of(first, others);
        return new PageAccess(pattern, has -> has.stream().anyMatch(roles::contains));
    }

    /** Allows everyone, logged in or not. */
    public static PageAccess anyone(String pattern) {
        return new PageAccess(pattern, true, has -> true);
    }
}
