package org.serviceexchange.platform.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A table with one row for each aggregate, found by its {@code number}. Each row is read and written as a whole here and
 * nowhere else, with its proof; names of tables and columns are part of the program, never input.
 *
 * @param <S> the aggregate's snapshot
 */
public final class SnapshotTable<S> {

    private static final String KEY = "number";

    private final JdbcClient jdbc;
    private final ProtectedTable table;
    private final Function<S, Row> write;
    private final Reader<S> read;

    /** A table whose rows are mapped by these two functions. */
    public SnapshotTable(JdbcClient jdbc, ProtectedTable table, Function<S, Row> write, Reader<S> read) {
        this.jdbc = jdbc;
        this.table = table;
        this.write = write;
        this.read = read;
    }

    /** Reads the current row of a result as a snapshot. */
    public interface Reader<S> {

        S read(ResultSet row) throws SQLException;
    }

    /** What is shown of a snapshot together with columns of other tables. */
    public interface View<S, V> {

        V of(S snapshot, ResultSet row) throws SQLException;
    }

    /** The row with this value in a column whose values are unique. */
    public Optional<S> find(String column, String value) {
        return one(column, value, "");
    }

    /** The same row, locked until the transaction ends. */
    public Optional<S> lock(String column, String value) {
        return one(column, value, " for update");
    }

    public void insert(S snapshot) {
        write.apply(snapshot).insert(table);
    }

    public void update(S snapshot) {
        write.apply(snapshot).update(table, KEY);
    }

    /**
     * At most {@code limit} rows, newest first, whose key is smaller than {@code before}.
     *
     * @param key the column with the number to page by
     * @param state the state of the rows; null for any
     */
    public List<S> page(String key, @Nullable Enum<?> state, String before, int limit) {
        SortOrder order = SortOrder.newestFirst(key);
        Where where = new Where();
        if (state != null) {
            where.and("state = :state", Map.of("state", state.name()));
        }
        where.beyond(KeysetCursor.at(before), order);
        KeysetPages pages = new KeysetPages(jdbc, table.name() + " t");
        return table.list(
                (row, index) -> read.read(row), mapper -> pages.read(table.columns(), where, order, limit, mapper));
    }

    /** The rows that meet a condition on {@code t}, in the order of their numbers; altered ones are left out. */
    public List<S> all(String condition, Map<String, ?> parameters) {
        String sql =
                "select " + table.columns() + " from " + table.name() + " t where " + condition + " order by t." + KEY;
        return table.list(
                (row, index) -> read.read(row),
                mapper -> jdbc.sql(sql).params(parameters).query(mapper).list());
    }

    /**
     * The rows with these numbers, together with columns of other tables.
     *
     * @param columns the other tables' columns, as in a select list
     * @param joins the other tables, as in a from clause; this table is {@code t}
     */
    public <V> List<V> joined(String columns, String joins, List<String> numbers, View<S, V> view) {
        String sql = "select " + table.columns() + ", " + columns + " from " + table.name() + " t " + joins
                + " where t." + KEY + " in (:numbers)";
        return table.list(
                (row, index) -> view.of(read.read(row), row),
                mapper -> jdbc.sql(sql).param("numbers", numbers).query(mapper).list());
    }

    private Optional<S> one(String column, String value, String locking) {
        String sql = "select " + table.columns() + " from " + table.name() + " t where t." + column + " = ?" + locking;
        return table.one(
                (row, index) -> read.read(row),
                mapper -> jdbc.sql(sql).param(value).query(mapper).list());
    }
}
