package org.serviceexchange.platform.measure.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.QueryCountHolder;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.serviceexchange.BothDatabases;
import org.serviceexchange.MovableClock;
import org.serviceexchange.platform.measure.SampleSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the engine's tables say about work that waits. */
class EngineSamplesTest {

    private final MovableClock clock = MovableClock.standing();
    private final Instant now = clock.instant();

    static List<DataSource> databases() {
        return BothDatabases.named("enginesamples");
    }

    @ParameterizedTest
    @MethodSource("databases")
    void countsIncidentsAndWhatIsDueInOneStatement(DataSource database) {
        JdbcClient jdbc = empty(database);
        assertThat(values(database))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "service-exchange.incidents", 0.0,
                        "service-exchange.jobs.due", 0.0,
                        "service-exchange.jobs.due.oldest.seconds", 0.0,
                        "service-exchange.jobs.failing", 0.0));

        jdbc.sql("insert into act_ru_incident (id_) values ('i1'), ('i2')").update();
        job(jdbc, "new", null, 3, 1, null);
        job(jdbc, "due", Duration.ofMinutes(-3), 3, 1, null);
        job(jdbc, "later", Duration.ofMinutes(3), 3, 1, null);
        job(jdbc, "fails", Duration.ofMinutes(5), 2, 1, "SX-4001");
        job(jdbc, "stopped", Duration.ofHours(-3), 0, 1, "SX-4001");
        job(jdbc, "suspended", Duration.ofHours(-3), 3, 2, null);

        assertThat(values(database))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "service-exchange.incidents", 2.0,
                        "service-exchange.jobs.due", 2.0,
                        "service-exchange.jobs.due.oldest.seconds", 180.0,
                        "service-exchange.jobs.failing", 1.0));
    }

    private Map<String, Double> values(DataSource database) {
        QueryCountHolder.clear();
        SampleSource samples = new EngineSamples(
                JdbcClient.create(
                        ProxyDataSourceBuilder.create(database).countQuery().build()),
                clock);
        var found = samples.sample();
        assertThat(QueryCountHolder.getGrandTotal().getTotal()).isEqualTo(1);
        assertThat(samples.gauges()).containsExactlyInAnyOrderElementsOf(found.keySet());
        return found.entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().name(), Map.Entry::getValue));
    }

    private static JdbcClient empty(DataSource database) {
        JdbcClient jdbc = JdbcClient.create(database);
        jdbc.sql("drop table if exists act_ru_job").update();
        jdbc.sql("drop table if exists act_ru_incident").update();
        jdbc.sql("create table act_ru_incident (id_ varchar(64))").update();
        jdbc.sql(
                        "create table act_ru_job (id_ varchar(64), duedate_ timestamp, create_time_ timestamp, retries_ integer,"
                                + " suspension_state_ integer, exception_msg_ varchar(4000))")
                .update();
        return jdbc;
    }

    private void job(
            JdbcClient jdbc, String id, @Nullable Duration due, int retries, int suspension, @Nullable String failure) {
        jdbc.sql("insert into act_ru_job values (?, ?, ?, ?, ?, ?)")
                .params(
                        id,
                        due == null ? null : Timestamp.from(now.plus(due)),
                        Timestamp.from(now.minusSeconds(1)),
                        retries,
                        suspension,
                        failure)
                .update();
    }
}
