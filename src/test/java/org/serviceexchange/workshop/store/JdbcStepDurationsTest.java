package org.serviceexchange.workshop.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.serviceexchange.BothDatabases;
import org.serviceexchange.workshop.StepDurations.Stays;
import org.springframework.jdbc.core.simple.JdbcClient;

class JdbcStepDurationsTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    static List<DataSource> databases() {
        return BothDatabases.named("step_durations");
    }

    @ParameterizedTest
    @MethodSource("databases")
    void tellsMedianAndNinetiethOfLateStays(DataSource database) {
        JdbcClient jdbc = JdbcClient.create(database);
        jdbc.sql("create table act_hi_actinst (act_id_ varchar(255), proc_def_key_ varchar(255), duration_ bigint,"
                        + " end_time_ timestamp)")
                .update();
        for (int seconds = 1; seconds <= 11; seconds++) {
            add(jdbc, "wait", "p", seconds, NOW.minusSeconds(seconds));
        }
        add(jdbc, "wait", "p", 99_999, NOW.minusSeconds(3601));
        add(jdbc, "wait", "other", 99_999, NOW);
        add(jdbc, "look", "p", 4, NOW);
        add(jdbc, "here", "p", null, null);
        assertThat(new JdbcStepDurations(jdbc).since("p", NOW.minusSeconds(3600)))
                .containsExactly(
                        new Stays("look", 1, seconds(4), seconds(4), seconds(4)),
                        new Stays("wait", 11, seconds(6), seconds(10), seconds(66)));
    }

    private static void add(JdbcClient jdbc, String element, String process, Integer seconds, Instant end) {
        jdbc.sql("insert into act_hi_actinst values (?, ?, ?, ?)")
                .params(
                        element,
                        process,
                        seconds == null ? null : seconds * 1000L,
                        end == null ? null : LocalDateTime.ofInstant(end, ZoneId.systemDefault()))
                .update();
    }

    private static Duration seconds(int seconds) {
        return Duration.ofSeconds(seconds);
    }
}
