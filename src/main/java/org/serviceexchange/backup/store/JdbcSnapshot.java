package org.serviceexchange.backup.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.serviceexchange.backup.Database.Snapshot;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;

/** One moment of a database: a transaction that sees what was committed when it began, and writes nothing. */
final class JdbcSnapshot implements Snapshot {

    /** H2's number for it; its REPEATABLE READ shows rows that others add. */
    private static final int SNAPSHOT_OF_H2 = 6;

    private final Connection connection;
    private final String schema;
    private final String name;
    private final Map<String, Table> tables;

    /** Takes the connection over. */
    JdbcSnapshot(Connection connection, String schema, String name) throws SQLException {
        this.connection = connection;
        this.schema = schema;
        this.name = name;
        boolean postgres = Dialect.isPostgres(connection);
        connection.setTransactionIsolation(postgres ? Connection.TRANSACTION_REPEATABLE_READ : SNAPSHOT_OF_H2);
        connection.setAutoCommit(false);
        this.tables = Table.all(connection);
    }

    @Override
    public String schema() {
        return schema;
    }

    @Override
    public String instance() {
        return String.join("", texts("select instance_id from kmf_instance"));
    }

    @Override
    public List<String> rootKeys() {
        return texts("select distinct k.wrapped_by from kmf_key k"
                + " where k.state <> 'DESTROYED' and not exists (select 1 from kmf_key w where w.id = k.wrapped_by)"
                + " order by k.wrapped_by");
    }

    @Override
    public List<String> tables() {
        return List.copyOf(tables.keySet());
    }

    @Override
    public void read(String table, Sink sink) {
        Table found = tables.get(table);
        if (found == null) {
            throw new IllegalArgumentException(table);
        }
        try {
            found.read(connection, sink);
        } catch (SQLException e) {
            throw Dialect.problem(e);
        }
    }

    private List<String> texts(String sql) {
        if (!tables.containsKey("kmf_key")) {
            throw noInstance();
        }
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException e) {
            throw Dialect.problem(e);
        }
    }

    private Problem noInstance() {
        return new Problem(ProblemCode.BACKUP_NOT_USABLE, name, LocalizedMessage.of("backup.unusable.noInstance"));
    }

    @Override
    public void close() {
        try (connection) {
            connection.rollback();
        } catch (SQLException e) {
            throw Dialect.problem(e);
        }
    }
}
