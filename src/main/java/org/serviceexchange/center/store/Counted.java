package org.serviceexchange.center.store;

import java.util.Map;
import org.serviceexchange.platform.store.Where;

/** A select statement whose rows are counted, and its parameters. */
record Counted(String sql, Map<String, Object> parameters) {

    /** The rows of a table that meet these conditions. */
    static Counted of(String table, Where where) {
        return new Counted("select 1 as one from " + table + where.sql(), where.parameters());
    }
}
