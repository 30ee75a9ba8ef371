package org.serviceexchange.center;

import java.util.Map;

/**
 * The number of cases.
 *
 * @param any whether there is any case
 * @param groups number of cases of each group, at most {@link #MOST}, so that counting takes the same time in a large
 *     table
 * @param states the same for each state by its name
 */
public record CaseNumbers(boolean any, Map<CaseQuery.Group, Integer> groups, Map<String, Integer> states) {

    /** Upper limit of counting. */
    public static final int MOST = 1000;

    public CaseNumbers {
        groups = Map.copyOf(groups);
        states = Map.copyOf(states);
    }

    public int of(CaseQuery.Group group) {
        return groups.getOrDefault(group, 0);
    }

    /** The number of cases in the state of this name. */
    public int in(String state) {
        return states.getOrDefault(state, 0);
    }
}
