package org.serviceexchange.connection.silence.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.serviceexchange.connection.heartbeat.Heartbeats;
import org.serviceexchange.connection.silence.SilentConnections;
import org.serviceexchange.platform.store.Row;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the table heartbeat. */
@Repository
class JdbcSilentConnections implements SilentConnections {

    private static final String SELECT =
            "select module, case when side = 'PROVIDER' then registration else module end as subject,"
                    + " proved_at from heartbeat where ";

    private final JdbcClient jdbc;

    JdbcSilentConnections(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Silence> begun(Instant since, Instant now, int limit) {
        String awake = " and not exists (select 1 from connection_suspension s where s.connection = module"
                + " and s.begins_at <= ? and s.ends_at > ?)";
        return find(
                "silence_noted = false and stopped = false and failures >= " + Heartbeats.SILENT + " and proved_at <= ?"
                        + awake,
                limit,
                since,
                now,
                since);
    }

    @Override
    public List<Silence> over(Instant since, int limit) {
        return find("silence_noted = true and failures = 0 and proved_at > ?", limit, since);
    }

    @Override
    public boolean note(String module, boolean silent) {
        return jdbc.sql("update heartbeat set silence_noted = ? where module = ? and silence_noted = ?")
                        .params(silent, module, !silent)
                        .update()
                == 1;
    }

    private List<Silence> find(String condition, int limit, Instant... times) {
        return jdbc.sql(SELECT + condition + " order by module fetch first " + limit + " rows only")
                .params(Arrays.stream(times)
                        .map(time -> time.atOffset(ZoneOffset.UTC))
                        .toList())
                .query((row, index) ->
                        new Silence(row.getString("module"), row.getString("subject"), Row.time(row, "proved_at")))
                .list();
    }
}
