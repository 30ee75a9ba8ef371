package org.serviceexchange.backup.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.serviceexchange.backup.Database;
import org.serviceexchange.backup.Progress;
import org.serviceexchange.backup.Rows;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;

/** A database at an address; an embedded one within the process that has it open, or one in memory. */
class JdbcDatabase implements Database {

    private final DataSource source;
    private final Schema schema;
    private final String name;

    /** @param name without its password, for messages */
    JdbcDatabase(DataSource source, Schema schema, String name) {
        this.source = source;
        this.schema = schema;
        this.name = name;
    }

    @Override
    public Snapshot snapshot() {
        Connection connection = open();
        try {
            return new JdbcSnapshot(connection, schema.version(source), name);
        } catch (SQLException e) {
            close(connection);
            throw Dialect.problem(e);
        }
    }

    private Connection open() {
        try {
            return source.getConnection();
        } catch (SQLException e) {
            throw Dialect.problem(e);
        }
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            throw Dialect.problem(e);
        }
    }

    @Override
    public void requireEmpty() {
        try (Connection connection = open()) {
            requireEmpty(connection);
        } catch (SQLException e) {
            throw Dialect.problem(e);
        }
    }

    @Override
    public void fill(String version, Rows rows, Progress progress) {
        try (Connection connection = open()) {
            requireEmpty(connection);
            makeTables(version);
            // Tables of a later schema stay as they are, and no migration would come to the rows any more
            if (!schema.version(source).equals(version)) {
                throw new Problem(ProblemCode.TARGET_NOT_EMPTY, name);
            }
            connection.setAutoCommit(false);
            new TableLoader(connection, name).load(rows, progress);
            connection.commit();
        } catch (SQLException e) {
            throw new Problem(
                    ProblemCode.BACKUP_NOT_USABLE, e, name, LocalizedMessage.of("backup.unusable.notCopied", said(e)));
        }
    }

    /** Tables that a copy left empty when it was interrupted are no hindrance. */
    private void requireEmpty(Connection connection) throws SQLException {
        Map<String, Table> tables = Table.all(connection);
        Table instance = tables.get("kmf_instance");
        if (!tables.isEmpty() && (instance == null || holdsRows(connection, instance))) {
            throw new Problem(ProblemCode.TARGET_NOT_EMPTY, name);
        }
    }

    private static boolean holdsRows(Connection connection, Table table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from " + table.quoted())) {
            return rows.next() && rows.getLong(1) > 0;
        }
    }

    private void makeTables(String version) {
        try {
            schema.make(source, version);
        } catch (FlywayException e) {
            throw new Problem(
                    ProblemCode.BACKUP_NOT_USABLE, e, name, LocalizedMessage.of("backup.unusable.notCopied", said(e)));
        }
    }

    private static String said(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
