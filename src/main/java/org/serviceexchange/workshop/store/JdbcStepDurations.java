package org.serviceexchange.workshop.store;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.serviceexchange.workshop.StepDurations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Durations from the engine's history, which has no query for percentiles. */
@Repository
class JdbcStepDurations implements StepDurations {

    private final JdbcClient jdbc;

    JdbcStepDurations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The engine writes local times without a zone. */
    @Override
    public List<Stays> since(String key, Instant since) {
        return jdbc.sql("select act_id_, count(*) as stays, sum(duration_) as total,"
                        + " percentile_cont(0.5) within group (order by duration_) as median,"
                        + " percentile_cont(0.9) within group (order by duration_) as ninetieth"
                        + " from act_hi_actinst where proc_def_key_ = ? and end_time_ >= ?"
                        + " group by act_id_ order by act_id_")
                .params(key, since.atZone(ZoneId.systemDefault()).toLocalDateTime())
                .query((row, index) -> new Stays(
                        row.getString("act_id_"),
                        row.getLong("stays"),
                        Duration.ofMillis(row.getLong("median")),
                        Duration.ofMillis(row.getLong("ninetieth")),
                        Duration.ofMillis(row.getLong("total"))))
                .list();
    }
}
