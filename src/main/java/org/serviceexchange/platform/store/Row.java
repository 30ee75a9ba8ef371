package org.serviceexchange.platform.store;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A row that is about to be written: each column is named once, for the insert as for the update. Names and expressions are
 * part of the program, never input.
 */
public final class Row {

    private final Map<String, String> inserted = new LinkedHashMap<>();
    private final Map<String, String> updated = new LinkedHashMap<>();
    private final Map<String, @Nullable Object> parameters = new HashMap<>();

    /** Sets a column to a value; a time is written in UTC, an enum constant by its name, a URI as text. */
    public Row set(String column, @Nullable Object value) {
        parameters.put(column, plain(value));
        return compute(column, ":" + column, ":" + column);
    }

    /** Sets a column to expressions, which may name the parameters of other columns and of {@link #parameter}. */
    public Row compute(String column, String onInsert, String onUpdate) {
        updated.put(column, onUpdate);
        return computeOnce(column, onInsert);
    }

    /** Sets a column when the row is inserted, and leaves it alone afterwards. */
    public Row computeOnce(String column, String onInsert) {
        inserted.put(column, onInsert);
        return this;
    }

    /** A value for expressions. */
    public Row parameter(String name, @Nullable Object value) {
        parameters.put(name, plain(value));
        return this;
    }

    /** Inserts the row with its proof. */
    public void insert(ProtectedTable table) {
        table.insert(insertion(table.name()), parameters);
    }

    /** Inserts the row into a table whose rows have no proofs. */
    public void insert(JdbcClient jdbc, String table) {
        jdbc.sql(insertion(table)).params(parameters).update();
    }

    /** Updates the row of a table whose rows have no proofs; false if there is none. */
    public boolean update(JdbcClient jdbc, String table, String key) {
        return jdbc.sql(change(table, key)).params(parameters).update() > 0;
    }

    private String insertion(String table) {
        return "insert into " + table + " (" + String.join(", ", inserted.keySet()) + ") values ("
                + String.join(", ", inserted.values()) + ")";
    }

    /** Updates the row whose {@code key} has the value that was set for it. */
    public void update(ProtectedTable table, String key) {
        table.update(change(table.name(), key), parameters);
    }

    private String change(String table, String key) {
        String changes = updated.entrySet().stream()
                .map(column -> column.getKey() + " = " + column.getValue())
                .collect(Collectors.joining(", "));
        return "update " + table + " set " + changes + " where " + key + " = :" + key;
    }

    /** The time in a column that is never null. */
    public static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** The time in a column, if it has one. */
    public static @Nullable Instant timeOrNull(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    /** A time as a parameter of a statement: in UTC, whatever the zone of the JVM and the database. */
    public static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    /** The same of a time that may not be known. */
    public static @Nullable OffsetDateTime utcOrNull(@Nullable Instant time) {
        return time == null ? null : utc(time);
    }

    private static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof Instant time) {
            return utc(time);
        }
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        return value instanceof URI uri ? uri.toString() : value;
    }
}
