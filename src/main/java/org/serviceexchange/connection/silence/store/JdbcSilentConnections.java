package org.serviceexchange.connection.silence.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.serviceexchange.connection.silence.SilentConnections;
import org.serviceexchange.platform.store.Row;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the table heartbeat. */
@Repository
class JdbcSilentConnections implements SilentConnections {

    /** So many heartbeats in a row must have failed: an instance that was stopped itself first asks. */
    private static final int FAILURES = 3;

    private static final String SELECT =
            "select module, case when side = 'PROVIDER' then registration else module end as subject,"
                    + " proved_at from heartbeat where ";

    private final JdbcClient jdbc;

    JdbcSilentConnections(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Silence> begun(Instant since, int limit) {
        return find(
                "silence_noted = false and stopped = false and failures >= " + FAILURES + " and proved_at <= ?",
                since,
                limit);
    }

    @Override
    public List<Silence> over(Instant since, int limit) {
        return find("silence_noted = true and failures = 0 and proved_at > ?", since, limit);
    }

    @Override
    public boolean note(String module, boolean silent) {
        return jdbc.sql("update heartbeat set silence_noted = ? where module = ? and silence_noted = ?")
                        .params(silent, module, !silent)
                        .update()
                == 1;
    }

    private List<Silence> find(String condition, Instant since, int limit) {
        return jdbc.sql(SELECT + condition + " order by module fetch first " + limit + " rows only")
                .param(since.atOffset(ZoneOffset.UTC))
                .query((row, index) ->
                        new Silence(row.getString("module"), row.getString("subject"), Row.time(row, "proved_at")))
                .list();
    }
}
