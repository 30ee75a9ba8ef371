package org.serviceexchange.platform.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What rows must fulfil, with the parameters; what people typed reaches the database as parameters only. */
public final class Where {

    private final List<String> all = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();

    /** A further condition in SQL and the values of the parameters in it. */
    public Where and(String condition, Map<String, ?> more) {
        all.add(condition);
        parameters.putAll(more);
        return this;
    }

    /** Only rows that come after this place in the order. */
    public Where beyond(KeysetCursor cursor, SortOrder order) {
        return and(order.beyond(), order.parameters(cursor));
    }

    public Map<String, Object> parameters() {
        return Map.copyOf(parameters);
    }

    /** Such as " where a and b"; empty if every row will do. */
    public String sql() {
        return all.isEmpty() ? "" : " where " + String.join(" and ", all);
    }
}
