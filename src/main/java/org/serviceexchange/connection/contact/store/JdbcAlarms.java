package org.serviceexchange.connection.contact.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.serviceexchange.connection.contact.Alarm;
import org.serviceexchange.connection.contact.Alarms;
import org.serviceexchange.connection.heartbeat.Heartbeats;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Alarms in the table raised_alarm, compared with the table heartbeat. */
@Repository
class JdbcAlarms implements Alarms {

    private final JdbcClient jdbc;

    JdbcAlarms(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** When a row of heartbeats asks for an alarm; a side that is stopped says so on its page, and never answered is not lost. */
    private static String stands(Alarm alarm) {
        return switch (alarm) {
            case LOST ->
                "h.stopped = false and h.quarantined = false and h.failures >= " + Heartbeats.SILENT
                        + " and h.proved_at < :since";
            case DOUBLED -> "h.quarantined = true";
        };
    }

    @Override
    public List<String> missing(Alarm alarm, Instant silentSince, String after, int limit) {
        String sql = "select h.module from heartbeat h where h.module > :after and " + stands(alarm)
                + " and not exists (select 1 from raised_alarm a where a.connection = h.module and a.kind = :kind)"
                + " order by h.module fetch first " + limit + " rows only";
        return parameters(sql, alarm, silentSince, after).query(String.class).list();
    }

    @Override
    public List<Raised> raised(Alarm alarm, Instant silentSince, String after, int limit) {
        String sql = "select a.connection, case when " + stands(alarm) + " then 1 else 0 end as stands"
                + " from raised_alarm a left join heartbeat h on h.module = a.connection"
                + " where a.kind = :kind and a.connection > :after"
                + " order by a.connection fetch first " + limit + " rows only";
        return parameters(sql, alarm, silentSince, after)
                .query((row, index) -> new Raised(row.getString("connection"), row.getInt("stands") == 1))
                .list();
    }

    private JdbcClient.StatementSpec parameters(String sql, Alarm alarm, Instant silentSince, String after) {
        JdbcClient.StatementSpec statement =
                jdbc.sql(sql).param("kind", alarm.name()).param("after", after);
        return alarm == Alarm.LOST ? statement.param("since", silentSince.atOffset(ZoneOffset.UTC)) : statement;
    }

    @Override
    public boolean has(String connection, Alarm alarm) {
        return jdbc.sql("select count(*) from raised_alarm where connection = ? and kind = ?")
                        .params(connection, alarm.name())
                        .query(Long.class)
                        .single()
                > 0;
    }

    @Override
    public void raise(String connection, Alarm alarm, Instant at) {
        jdbc.sql("insert into raised_alarm (connection, kind, raised_at) values (?, ?, ?)")
                .params(connection, alarm.name(), at.atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public void end(String connection, Alarm alarm) {
        jdbc.sql("delete from raised_alarm where connection = ? and kind = ?")
                .params(connection, alarm.name())
                .update();
    }
}
