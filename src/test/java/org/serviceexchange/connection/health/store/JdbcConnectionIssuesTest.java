package org.serviceexchange.connection.health.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.QueryCount;
import net.ttddyy.dsproxy.listener.SingleQueryCountHolder;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.serviceexchange.BothDatabases;
import org.serviceexchange.connection.health.Ages;
import org.serviceexchange.connection.health.ConnectionIssue;
import org.serviceexchange.connection.health.ConnectionIssues;
import org.serviceexchange.connection.health.TouchedConnection;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What counts as an issue of a connection, with the tables as they are. */
class JdbcConnectionIssuesTest {

    private static final Instant NOW = HealthTables.NOW;
    private static final Ages AGES = new Ages(
            NOW,
            NOW.minus(Duration.ofMinutes(10)),
            NOW.minus(Duration.ofHours(25)),
            NOW.plus(Duration.ofDays(14)),
            2000);

    static List<DataSource> databases() {
        return BothDatabases.named("issues");
    }

    @ParameterizedTest
    @MethodSource("databases")
    void countsEachIssueOnceAndFindsWhomItTouches(DataSource database) {
        HealthTables tables = new HealthTables(database);
        tables.well("CCN1");
        tables.well("CCN2");
        tables.change("CCN2", "stopped = true, quarantined = true");
        tables.well("CCN3");
        tables.change("CCN3", "quarantined = true, failures = 4");
        tables.well("CCN4");
        tables.change(
                "CCN4", "failures = 4, failure = 'SX-4001', proved_at = " + HealthTables.before(Duration.ofHours(1)));
        tables.well("CCN5");
        tables.change("CCN5", "failures = 4, failure = 'SX-4001', proved_at = null, heard_at = null");
        tables.well("CCN6");
        tables.change("CCN6", "heard_at = " + HealthTables.before(Duration.ofHours(26)));
        tables.well("PCN7");
        tables.change("PCN7", "round_trip = 2001, clock_ahead = -60000");
        tables.well("PCN8");
        tables.change("PCN8", "heard_at = null, counter = 21");
        tables.well("PCN9");
        tables.change("PCN9", "proved_at = null, heard_at = null");
        ConnectionIssues issues = new JdbcConnectionIssues(JdbcClient.create(database));

        Map<ConnectionIssue, Long> counted = issues.count(AGES).stream()
                .collect(Collectors.toMap(ConnectionIssues.Counted::issue, ConnectionIssues.Counted::connections));
        assertThat(counted)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        ConnectionIssue.STOPPED, 1L,
                        ConnectionIssue.DOUBLED, 1L,
                        ConnectionIssue.DOWN, 1L,
                        ConnectionIssue.NEVER_SEEN, 1L,
                        ConnectionIssue.UNHEARD, 2L,
                        ConnectionIssue.SLOW, 1L,
                        ConnectionIssue.CLOCK, 1L));
        assertThat(issues.touched(ConnectionIssue.UNHEARD, AGES, "", 5)).containsExactly("CCN6", "PCN8");
        assertThat(issues.touched(ConnectionIssue.UNHEARD, AGES, "CCN6", 5)).containsExactly("PCN8");
        assertThat(issues.touched(ConnectionIssue.UNHEARD, AGES, "", 1)).containsExactly("CCN6");
        assertThat(issues.touched(ConnectionIssue.CLOCK, AGES, "", 5)).containsExactly("PCN7");
        assertThat(issues.of(List.of("CCN4", "PCN7", "CCN1", "CCN0"), AGES))
                .containsExactly(
                        new TouchedConnection("CCN1", "REG-CCN1", ConnectionSide.PROVIDER, List.of(), null),
                        new TouchedConnection(
                                "CCN4", "REG-CCN4", ConnectionSide.PROVIDER, List.of(ConnectionIssue.DOWN), "SX-4001"),
                        new TouchedConnection(
                                "PCN7",
                                "PCN7",
                                ConnectionSide.CONSUMER,
                                List.of(ConnectionIssue.SLOW, ConnectionIssue.CLOCK),
                                null));
    }

    @ParameterizedTest
    @MethodSource("databases")
    void saysNothingOfAConnectionThatRestsOrDidAShortWhileAgo(DataSource database) {
        HealthTables tables = new HealthTables(database);
        ConnectionIssues issues = new JdbcConnectionIssues(JdbcClient.create(database));
        tables.well("CCN1");
        tables.change("CCN1", "failures = 9, proved_at = " + HealthTables.before(Duration.ofHours(3)));
        tables.rests("CCN1", NOW.minus(Duration.ofHours(2)), NOW.minus(Duration.ofMinutes(5)));
        assertThat(issues.count(AGES)).isEmpty();
        tables.rests("CCN1", NOW.minus(Duration.ofHours(2)), NOW.minus(Duration.ofMinutes(11)));
        assertThat(issues.touched(ConnectionIssue.DOWN, AGES, "", 5)).containsExactly("CCN1");
        tables.rests("CCN1", NOW.plusSeconds(60), NOW.plusSeconds(120));
        assertThat(issues.touched(ConnectionIssue.DOWN, AGES, "", 5)).containsExactly("CCN1");
        tables.change("CCN1", "stopped = true");
        tables.rests("CCN1", NOW.minus(Duration.ofHours(2)), NOW.plusSeconds(60));
        assertThat(issues.touched(ConnectionIssue.STOPPED, AGES, "", 5)).containsExactly("CCN1");
    }

    @ParameterizedTest
    @MethodSource("databases")
    void knowsOldKeysAndStepsThatStopped(DataSource database) {
        HealthTables tables = new HealthTables(database);
        ConnectionIssues issues = new JdbcConnectionIssues(JdbcClient.create(database));
        for (String number : List.of("CCN1", "CCN2", "CCN3")) {
            tables.well(number);
        }
        tables.keys("CCN1", "Active", NOW.plus(Duration.ofDays(13)), NOW.plus(Duration.ofDays(15)));
        tables.keys("CCN2", "Active", NOW, NOW.plus(Duration.ofDays(13)));
        tables.keys("CCN3", "Active", NOW.plus(Duration.ofDays(15)), NOW.plus(Duration.ofDays(15)));
        tables.keys("CCN3", null, NOW, NOW);
        tables.keys("instance", "Active", NOW, NOW);
        tables.stopped("CCN3", "failedJob");
        tables.stopped("CCN2", "other");
        tables.stopped("REG1", "failedJob");
        assertThat(issues.of(List.of("CCN1", "CCN2", "CCN3"), AGES))
                .extracting(TouchedConnection::issues)
                .containsExactly(
                        List.of(ConnectionIssue.KEYS_OLD),
                        List.of(ConnectionIssue.KEYS_EXPIRED),
                        List.of(ConnectionIssue.STEP));
        assertThat(issues.count(AGES))
                .extracting(ConnectionIssues.Counted::connections)
                .containsExactly(1L, 1L, 1L);
        assertThat(issues.touched(ConnectionIssue.KEYS_EXPIRED, AGES, "", 5)).containsExactly("CCN2");
        assertThat(issues.touched(ConnectionIssue.STEP, AGES, "", 5)).containsExactly("CCN3");
        assertThat(issues.stoppedOnboardings()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void hastensOnlyWhatWasNotAnswered(DataSource database) {
        HealthTables tables = new HealthTables(database);
        JdbcClient jdbc = JdbcClient.create(database);
        ConnectionIssues issues = new JdbcConnectionIssues(jdbc);
        for (String number : List.of("CCN1", "CCN2", "CCN3", "CCN4")) {
            tables.well(number);
        }
        tables.change("CCN1", "failures = 3");
        tables.change("CCN2", "failures = 3, stopped = true");
        tables.change("CCN4", "failures = 1");
        assertThat(issues.hasten(NOW, 1)).isEqualTo(1);
        assertThat(issues.hasten(NOW, 9)).isEqualTo(1);
        assertThat(issues.hasten(NOW, 9)).isZero();
        assertThat(jdbc.sql("select module from heartbeat where next_at <= ? order by module")
                        .param(NOW.atOffset(ZoneOffset.UTC))
                        .query(String.class)
                        .list())
                .containsExactly("CCN1", "CCN4");
    }

    @ParameterizedTest
    @MethodSource("databases")
    void costsAsManyStatementsForManyConnectionsAsForFew(DataSource database) {
        HealthTables tables = new HealthTables(database);
        SingleQueryCountHolder counts = new SingleQueryCountHolder();
        ConnectionIssues issues = new JdbcConnectionIssues(JdbcClient.create(
                ProxyDataSourceBuilder.create(database).countQuery(counts).build()));
        for (int i = 100; i < 200; i++) {
            tables.well("CCN" + i);
            tables.change("CCN" + i, "stopped = true, clock_ahead = 99999");
        }
        assertThat(issues.count(AGES)).hasSize(2);
        assertThat(issues.of(issues.touched(ConnectionIssue.STOPPED, AGES, "", 90), AGES))
                .hasSize(90);
        assertThat(counts.getQueryCountMap().values().stream()
                        .mapToLong(QueryCount::getTotal)
                        .sum())
                .isEqualTo(7);
    }
}
