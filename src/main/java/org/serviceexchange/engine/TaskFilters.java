package org.serviceexchange.engine;

import java.util.List;
import java.util.Map;

/** How task filters of this application look in Tasklist. */
final class TaskFilters {

    private TaskFilters() {}

    /** Properties of a filter, which Tasklist refreshes by itself. */
    static Map<String, Object> properties(int priority) {
        return Map.of(
                "priority",
                priority,
                "color",
                "#17536c",
                "refresh",
                true,
                "showUndefinedVariable",
                false,
                "variables",
                List.of());
    }
}
