package org.serviceexchange.connection.suspension.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.serviceexchange.connection.suspension.KeptSuspension;
import org.serviceexchange.connection.suspension.Suspension;
import org.serviceexchange.connection.suspension.Suspensions;
import org.serviceexchange.platform.store.Row;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Suspensions in the table {@code connection_suspension}. */
@Repository
class JdbcSuspensions implements Suspensions {

    private final JdbcClient jdbc;

    JdbcSuspensions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<KeptSuspension> of(String connection) {
        return read("connection", connection);
    }

    @Override
    public List<KeptSuspension> ofSubject(String subject) {
        return read("subject", subject);
    }

    @Override
    public List<KeptSuspension> of(Collection<String> connections) {
        return connections.isEmpty()
                ? List.of()
                : jdbc.sql("select * from connection_suspension where connection in (:connections)")
                        .param("connections", connections)
                        .query(JdbcSuspensions::row)
                        .list();
    }

    private List<KeptSuspension> read(String column, String value) {
        return jdbc.sql("select * from connection_suspension where " + column + " = ? order by own")
                .param(value)
                .query(JdbcSuspensions::row)
                .list();
    }

    @Override
    public void save(KeptSuspension kept) {
        jdbc.sql("delete from connection_suspension where connection = ? and own = ?")
                .params(kept.connection(), kept.own())
                .update();
        new Row()
                .set("connection", kept.connection())
                .set("own", kept.own())
                .set("subject", kept.subject())
                .set("kind", kept.suspension().kind())
                .set("begins_at", kept.suspension().from())
                .set("ends_at", kept.suspension().until())
                .set("reason", kept.suspension().reason())
                .set("said_at", kept.saidAt())
                .set("record_version", kept.version())
                .set("confirmed_at", kept.confirmedAt())
                .insert(jdbc, "connection_suspension");
    }

    @Override
    public void remove(String connection) {
        jdbc.sql("delete from connection_suspension where connection = ?")
                .param(connection)
                .update();
    }

    private static KeptSuspension row(ResultSet row, int index) throws SQLException {
        return new KeptSuspension(
                row.getString("connection"),
                row.getBoolean("own"),
                row.getString("subject"),
                new Suspension(
                        Suspension.Kind.valueOf(row.getString("kind")),
                        Row.time(row, "begins_at"),
                        Row.time(row, "ends_at"),
                        row.getString("reason")),
                Row.time(row, "said_at"),
                row.getLong("record_version"),
                Row.timeOrNull(row, "confirmed_at"));
    }
}
