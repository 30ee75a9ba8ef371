package org.serviceexchange.connection.suspension.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.serviceexchange.connection.suspension.Maintenance;
import org.serviceexchange.connection.suspension.Maintenances;
import org.serviceexchange.connection.suspension.Suspension;
import org.serviceexchange.platform.store.Row;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The last maintenance, in the table {@code maintenance}. */
@Repository
class JdbcMaintenances implements Maintenances {

    private final JdbcClient jdbc;

    JdbcMaintenances(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Maintenance> last() {
        return read("");
    }

    @Override
    public Optional<Maintenance> lock() {
        return read(" for update");
    }

    private Optional<Maintenance> read(String locking) {
        return jdbc.sql("select * from maintenance where id = 1" + locking)
                .query(JdbcMaintenances::row)
                .optional();
    }

    @Override
    public void save(Maintenance maintenance) {
        Row row = new Row()
                .set("id", 1)
                .set("begins_at", maintenance.suspension().from())
                .set("ends_at", maintenance.suspension().until())
                .set("reason", maintenance.suspension().reason())
                .set("author", maintenance.author())
                .set("lifted", maintenance.lifted())
                .set("provider_reached", maintenance.providerReached())
                .set("consumer_reached", maintenance.consumerReached())
                .set("told", maintenance.told())
                .set("left_out", maintenance.leftOut());
        if (!row.update(jdbc, "maintenance", "id")) {
            row.insert(jdbc, "maintenance");
        }
    }

    private static Maintenance row(ResultSet row, int index) throws SQLException {
        return new Maintenance(
                new Suspension(
                        Suspension.Kind.MAINTENANCE,
                        Row.time(row, "begins_at"),
                        Row.time(row, "ends_at"),
                        row.getString("reason")),
                row.getString("author"),
                row.getBoolean("lifted"),
                row.getString("provider_reached"),
                row.getString("consumer_reached"),
                row.getLong("told"),
                row.getLong("left_out"));
    }
}
