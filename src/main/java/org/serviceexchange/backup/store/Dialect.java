package org.serviceexchange.backup.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;

/** Where the two databases differ: references between tables while they are filled, and what went wrong. */
final class Dialect {

    private static final int H2_IN_USE = 90_020;

    private final Connection connection;
    private final boolean postgres;

    /** How to put back the references that were taken away. */
    private final List<String> putBack = new ArrayList<>();

    Dialect(Connection connection) throws SQLException {
        this.connection = connection;
        this.postgres = isPostgres(connection);
    }

    static boolean isPostgres(Connection connection) throws SQLException {
        return connection
                .getMetaData()
                .getDatabaseProductName()
                .toLowerCase(Locale.ROOT)
                .startsWith("postgres");
    }

    /**
     * Rows of one table refer to one another, so that no order of tables would do. PostgreSQL takes changes of tables back
     * with the transaction; in H2 only a database that is thrown away otherwise is filled.
     */
    void takeReferencesAway(List<Table> tables) throws SQLException {
        if (!postgres) {
            run("set referential_integrity false");
            tables.forEach(
                    table -> putBack.add("alter table " + table.quoted() + " set referential_integrity true check"));
            putBack.add("set referential_integrity true");
            return;
        }
        List<String> takeAway = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(
                        "select conrelid::regclass::text, quote_ident(conname), pg_get_constraintdef(oid) from pg_constraint"
                                + " where contype = 'f' and connamespace = current_schema()::regnamespace")) {
            while (found.next()) {
                String name = "alter table " + found.getString(1);
                takeAway.add(name + " drop constraint " + found.getString(2));
                putBack.add(name + " add constraint " + found.getString(2) + " " + found.getString(3));
            }
        }
        for (String sql : takeAway) {
            run(sql);
        }
    }

    /** Checks them all. */
    void putReferencesBack() throws SQLException {
        for (String sql : putBack) {
            run(sql);
        }
    }

    /** Numbers that the database gives to rows go on after the highest. */
    void continueNumbers() throws SQLException {
        List<String[]> columns = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet found =
                        statement.executeQuery("select table_name, column_name from information_schema.columns"
                                + " where is_identity = 'YES' and table_schema = current_schema")) {
            while (found.next()) {
                columns.add(new String[] {Table.quoted(found.getString(1)), Table.quoted(found.getString(2))});
            }
        }
        for (String[] column : columns) {
            run("alter table " + column[0] + " alter column " + column[1] + " restart with "
                    + (highest(column[0], column[1]) + 1));
        }
    }

    private long highest(String table, String column) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select coalesce(max(" + column + "), 0) from " + table)) {
            found.next();
            return found.getLong(1);
        }
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** That another program uses the database, or that it cannot be read or written. */
    static Problem problem(SQLException e) {
        return e.getErrorCode() == H2_IN_USE
                ? new Problem(ProblemCode.DATABASE_IN_USE, e)
                : new Problem(
                        ProblemCode.DATABASE_NOT_REACHABLE,
                        e,
                        String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
    }
}
