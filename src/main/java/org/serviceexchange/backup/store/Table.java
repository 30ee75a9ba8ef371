package org.serviceexchange.backup.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.backup.Rows.Sink;

/**
 * A table as this database spells it.
 *
 * @param columns sorted by their names in lower case
 */
record Table(String spelled, List<Column> columns) {

    private static final int FETCHED_AT_ONCE = 500;

    /** Flyway writes it by itself. */
    private static final String HISTORY = "flyway_schema_history";

    /** A column of it. */
    record Column(String spelled, ColumnKind kind, int type) {

        String name() {
            return spelled.toLowerCase(Locale.ROOT);
        }
    }

    /** All tables of the schema by their names in lower case, but Flyway's. */
    static TreeMap<String, Table> all(Connection connection) throws SQLException {
        TreeMap<String, Table> tables = new TreeMap<>();
        try (ResultSet found = connection
                .getMetaData()
                .getTables(
                        connection.getCatalog(), connection.getSchema(), "%", new String[] {"TABLE", "BASE TABLE"})) {
            while (found.next()) {
                String spelled = found.getString("TABLE_NAME");
                String name = spelled.toLowerCase(Locale.ROOT);
                if (!name.equals(HISTORY)) {
                    tables.put(name, new Table(spelled, List.of()));
                }
            }
        }
        for (var entry : tables.entrySet()) {
            entry.setValue(described(connection, entry.getValue().spelled()));
        }
        return tables;
    }

    private static Table described(Connection connection, String spelled) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet none = statement.executeQuery("select * from " + quoted(spelled) + " where 1 = 0")) {
            ResultSetMetaData labels = none.getMetaData();
            List<Column> columns = new ArrayList<>();
            for (int i = 1; i <= labels.getColumnCount(); i++) {
                columns.add(new Column(
                        labels.getColumnName(i),
                        ColumnKind.of(labels.getColumnType(i), labels.getColumnTypeName(i)),
                        labels.getColumnType(i)));
            }
            columns.sort(Comparator.comparing(Column::name));
            return new Table(spelled, columns);
        }
    }

    /** Hands over all rows; the driver fetches some at a time. */
    void read(Connection connection, Sink sink) throws SQLException {
        sink.columns(columns.stream().map(Column::name).toList());
        String names = columns.stream().map(column -> quoted(column.spelled())).collect(Collectors.joining(", "));
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(FETCHED_AT_ONCE);
            try (ResultSet rows = statement.executeQuery("select " + names + " from " + quoted(spelled))) {
                while (rows.next()) {
                    List<@Nullable Object> values = new ArrayList<>(columns.size());
                    for (int i = 0; i < columns.size(); i++) {
                        values.add(columns.get(i).kind().read(rows, i + 1));
                    }
                    sink.row(values);
                }
            }
        }
    }

    String quoted() {
        return quoted(spelled);
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
