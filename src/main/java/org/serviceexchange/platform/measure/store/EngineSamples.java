package org.serviceexchange.platform.measure.store;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.platform.measure.SampleSource;
import org.serviceexchange.platform.measure.SampledGauge;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What waits in the engine's tables, in one statement: incidents, and jobs that are due and that nobody has done yet. */
@Repository
class EngineSamples implements SampleSource {

    private static final SampledGauge INCIDENTS =
            SampledGauge.of("service-exchange.incidents", "Steps that failed for good and wait for a person.");
    private static final SampledGauge DUE =
            SampledGauge.of("service-exchange.jobs.due", "Jobs of the engine that are due and not done.");
    private static final SampledGauge DUE_SECONDS = SampledGauge.of(
            "service-exchange.jobs.due.oldest.seconds", "For how many seconds the oldest of these jobs has been due.");
    private static final SampledGauge FAILING = SampledGauge.of(
            "service-exchange.jobs.failing", "Jobs of the engine whose last try failed and that are tried again.");

    private static final String SQL = """
            select (select count(*) from act_ru_incident),
                count(case when due <= :now then 1 end),
                min(due),
                count(case when failed = true then 1 end)
            from (select coalesce(duedate_, create_time_) as due,
                    case when exception_msg_ is null then false else true end as failed
                from act_ru_job where retries_ > 0 and suspension_state_ = 1) jobs""";

    private final JdbcClient jdbc;
    private final Clock clock;

    EngineSamples(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public List<SampledGauge> gauges() {
        return List.of(INCIDENTS, DUE, DUE_SECONDS, FAILING);
    }

    @Override
    public Map<SampledGauge, Double> sample() {
        Instant now = clock.instant();
        return jdbc.sql(SQL)
                .param("now", Timestamp.from(now)) // the engine's columns have no zone
                .query((row, index) -> Map.of(
                        INCIDENTS, (double) row.getLong(1),
                        DUE, (double) row.getLong(2),
                        DUE_SECONDS, seconds(row.getTimestamp(3), now),
                        FAILING, (double) row.getLong(4)))
                .single();
    }

    private static double seconds(@Nullable Timestamp due, Instant now) {
        return due == null
                ? 0
                : Math.max(0, Duration.between(due.toInstant(), now).toSeconds());
    }
}
