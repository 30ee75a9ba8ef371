package org.serviceexchange.center;

import java.util.Map;

/**
 * How many cases there are.
 *
 * @param any whether there is one at all
 * @param groups of each group; never more than {@link #MOST}, so that counting takes the same time in a full table
 */
public record CaseNumbers(boolean any, Map<CaseQuery.Group, Integer> groups) {

    /** Where counting stops. */
    public static final int MOST = 1000;

    public CaseNumbers {
        groups = Map.copyOf(groups);
    }

    public int of(CaseQuery.Group group) {
        return groups.getOrDefault(group, 0);
    }
}
