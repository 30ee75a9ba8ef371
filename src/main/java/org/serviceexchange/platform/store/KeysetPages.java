package org.serviceexchange.platform.store;

import java.util.List;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads long tables in parts. A part begins at a place in the order and not after a number of rows, so it costs the same
 * wherever it is.
 */
public final class KeysetPages {

    private final JdbcClient jdbc;
    private final String table;

    public KeysetPages(JdbcClient jdbc, String table) {
        this.jdbc = jdbc;
        this.table = table;
    }

    /** At most {@code limit} rows in this order, their columns as in a select list. */
    public <T> List<T> read(String columns, Where where, SortOrder order, int limit, RowMapper<T> row) {
        return jdbc.sql("select " + columns + " from " + table + where.sql() + " order by " + order.orderBy()
                        + " fetch first " + limit + " rows only")
                .params(where.parameters())
                .query(row)
                .list();
    }
}
