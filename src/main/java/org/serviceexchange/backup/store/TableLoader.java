package org.serviceexchange.backup.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.backup.ContentSum;
import org.serviceexchange.backup.Progress;
import org.serviceexchange.backup.Rows;
import org.serviceexchange.backup.Rows.Sink;
import org.serviceexchange.backup.TableContent;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;

/** Copies rows into the tables of one database, some hundred at a time, and reads them back. */
final class TableLoader {

    private static final int AT_ONCE = 500;
    private static final int TOLD_EVERY = 20_000;

    private final Connection connection;
    private final String name;

    TableLoader(Connection connection, String name) {
        this.connection = connection;
        this.name = name;
    }

    /** Part of the transaction of the connection, which the caller commits. */
    void load(Rows rows, Progress progress) throws SQLException {
        TreeMap<String, Table> tables = Table.all(connection);
        Dialect dialect = new Dialect(connection);
        dialect.takeReferencesAway(List.copyOf(tables.values()));
        for (Table table : tables.values()) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("delete from " + table.quoted());
            }
        }
        List<String> names = rows.tables();
        Map<String, TableContent> given = new HashMap<>();
        for (String table : names) {
            given.put(table, copy(table, tables, rows, progress));
        }
        dialect.putReferencesBack();
        dialect.continueNumbers();
        for (String table : names) {
            ContentSum stored = ContentSum.alone();
            known(table, tables).read(connection, stored);
            if (!stored.of(table).equals(given.get(table))) {
                throw unusable(LocalizedMessage.of("backup.unusable.otherRows", table));
            }
        }
    }

    private Table known(String table, Map<String, Table> tables) {
        Table found = tables.get(table);
        if (found == null) {
            throw unusable(LocalizedMessage.of("backup.unusable.noTable", table));
        }
        return found;
    }

    private TableContent copy(String table, Map<String, Table> tables, Rows rows, Progress progress)
            throws SQLException {
        try (Insert insert = new Insert(known(table, tables), progress, table)) {
            ContentSum sum = new ContentSum(insert);
            rows.read(table, sum);
            insert.rest();
            TableContent content = sum.of(table);
            progress.copied(table, content.rows());
            return content;
        } catch (Unsaved e) {
            throw e.cause;
        }
    }

    private Problem unusable(LocalizedMessage why) {
        return new Problem(ProblemCode.BACKUP_NOT_USABLE, name, why);
    }

    /** Carries a failure of the database through code that knows of none. */
    private static final class Unsaved extends RuntimeException {

        private final SQLException cause;

        Unsaved(SQLException cause) {
            super(cause);
            this.cause = cause;
        }
    }

    /** Inserts rows whose columns may stand in another order than the table's, or be fewer. */
    private final class Insert implements Sink, AutoCloseable {

        private final Table table;
        private final Progress progress;
        private final String told;
        private List<Table.Column> columns = List.of();
        private @Nullable PreparedStatement statement;
        private long rows;

        Insert(Table table, Progress progress, String told) {
            this.table = table;
            this.progress = progress;
            this.told = told;
        }

        @Override
        public void columns(List<String> names) {
            List<Table.Column> found = new ArrayList<>();
            for (String wanted : names) {
                found.add(table.columns().stream()
                        .filter(column -> column.name().equals(wanted))
                        .findFirst()
                        .orElseThrow(
                                () -> unusable(LocalizedMessage.of("backup.unusable.noTable", told + "." + wanted))));
            }
            columns = found;
            String spelled = String.join(
                    ", ",
                    found.stream().map(column -> Table.quoted(column.spelled())).toList());
            try {
                statement = connection.prepareStatement("insert into " + table.quoted() + " (" + spelled + ") values ("
                        + String.join(", ", Collections.nCopies(found.size(), "?")) + ")");
            } catch (SQLException e) {
                throw new Unsaved(e);
            }
        }

        @Override
        public void row(List<@Nullable Object> values) {
            PreparedStatement insert = statement;
            if (insert == null || values.size() != columns.size()) {
                throw unusable(LocalizedMessage.of("backup.unusable.otherRows", told));
            }
            try {
                for (int i = 0; i < columns.size(); i++) {
                    columns.get(i)
                            .kind()
                            .write(insert, i + 1, values.get(i), columns.get(i).type());
                }
                insert.addBatch();
                rows++;
                if (rows % AT_ONCE == 0) {
                    insert.executeBatch();
                }
            } catch (SQLException e) {
                throw new Unsaved(e);
            }
            if (rows % TOLD_EVERY == 0) {
                progress.copied(told, rows);
            }
        }

        void rest() throws SQLException {
            if (statement != null) {
                statement.executeBatch();
            }
        }

        @Override
        public void close() throws SQLException {
            if (statement != null) {
                statement.close();
            }
        }
    }
}
