package org.serviceexchange.connection.contact.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.serviceexchange.BothDatabases;
import org.serviceexchange.connection.contact.Alarm;
import org.serviceexchange.connection.contact.Alarms.Raised;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

class JdbcAlarmsTest {

    private static final Instant SINCE = Instant.parse("2026-11-24T12:00:00Z");

    static List<DataSource> databases() {
        return BothDatabases.named("alarms");
    }

    @ParameterizedTest
    @MethodSource("databases")
    void findsWhoIsSilentAndWhoAnswersAsTwo(DataSource database) {
        JdbcClient jdbc = empty(database);
        JdbcAlarms alarms = new JdbcAlarms(jdbc);
        beat(jdbc, "CCN1", SINCE.minusSeconds(1), false, false);
        beat(jdbc, "CCN2", SINCE, false, false);
        beat(jdbc, "CCN3", null, false, false);
        beat(jdbc, "CCN4", SINCE.minusSeconds(1), true, false);
        beat(jdbc, "CCN5", SINCE.minusSeconds(1), false, true);
        beat(jdbc, "CCN6", SINCE.minusSeconds(1), false, false);
        beat(jdbc, "CCN7", SINCE.minusSeconds(1), false, false);
        jdbc.sql("update heartbeat set failures = 2 where module = 'CCN7'").update();
        assertThat(alarms.missing(Alarm.LOST, SINCE, "", 9)).containsExactly("CCN1", "CCN6");
        assertThat(alarms.missing(Alarm.LOST, SINCE, "", 1)).containsExactly("CCN1");
        assertThat(alarms.missing(Alarm.LOST, SINCE, "CCN1", 9)).containsExactly("CCN6");
        assertThat(alarms.missing(Alarm.DOUBLED, SINCE, "", 9)).containsExactly("CCN5");

        for (String number : List.of("CCN0", "CCN1", "CCN2")) {
            alarms.raise(number, Alarm.LOST, SINCE);
        }
        alarms.raise("CCN5", Alarm.DOUBLED, SINCE);
        assertThat(alarms.missing(Alarm.LOST, SINCE, "", 9)).containsExactly("CCN6");
        assertThat(alarms.missing(Alarm.DOUBLED, SINCE, "", 9)).isEmpty();
        assertThat(alarms.raised(Alarm.LOST, SINCE, "", 9))
                .containsExactly(new Raised("CCN0", false), new Raised("CCN1", true), new Raised("CCN2", false));
        assertThat(alarms.raised(Alarm.LOST, SINCE, "CCN1", 9)).containsExactly(new Raised("CCN2", false));
        assertThat(alarms.raised(Alarm.DOUBLED, SINCE, "", 9)).containsExactly(new Raised("CCN5", true));
        assertThat(alarms.has("CCN1", Alarm.LOST)).isTrue();
        assertThat(alarms.has("CCN1", Alarm.DOUBLED)).isFalse();
        alarms.end("CCN1", Alarm.LOST);
        assertThat(alarms.missing(Alarm.LOST, SINCE, "", 9)).containsExactly("CCN1", "CCN6");
    }

    private static void beat(JdbcClient jdbc, String module, @Nullable Instant proved, boolean stopped, boolean two) {
        jdbc.sql("insert into heartbeat (module, side, registration, key_id, address, next_at, stopped, quarantined,"
                        + " failures) values (?, 'PROVIDER', ?, ?, 'https://peer.example.com', ?, ?, ?, 3)")
                .params(module, module, module, SINCE.atOffset(ZoneOffset.UTC), stopped, two)
                .update();
        if (proved != null) {
            jdbc.sql("update heartbeat set proved_at = ? where module = ?")
                    .params(proved.atOffset(ZoneOffset.UTC), module)
                    .update();
        }
    }

    private static JdbcClient empty(DataSource database) {
        JdbcClient jdbc = JdbcClient.create(database);
        jdbc.sql("create table consumer_registration (number varchar(15), state varchar(30), connection_number"
                        + " varchar(15), key_id varchar(64), consumer_url varchar(500))")
                .update();
        jdbc.sql("create table provider_connection (number varchar(15), state varchar(30), registration varchar(64),"
                        + " key_id varchar(64), provider_url varchar(500))")
                .update();
        new ResourceDatabasePopulator(
                        new ClassPathResource("db/migration/V125__heartbeat.sql"),
                        new ClassPathResource("db/migration/V119__alarms_and_campaign.sql"))
                .execute(database);
        return jdbc;
    }
}
