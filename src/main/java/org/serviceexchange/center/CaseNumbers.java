package org.serviceexchange.center;

import java.util.Map;

/**
 * The number of cases.
 *
 * @param any whether there is any case
 * @param groups number of cases of each group, at most {@link #MOST}, so that counting takes the same time in a large
 *     table
 */
public record CaseNumbers(boolean any, Map<CaseQuery.Group, Integer> groups) {

    /** Upper limit of counting. */
    public static final int MOST = 1000;

    public CaseNumbers {
        groups = Map.copyOf(groups);
    }

    public int of(CaseQuery.Group group) {
        return groups.getOrDefault(group, 0);
    }
}
