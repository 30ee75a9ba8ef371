package org.serviceexchange.connection.heartbeat.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.serviceexchange.BothDatabases;
import org.serviceexchange.connection.heartbeat.FollowedConnection;
import org.serviceexchange.connection.heartbeat.HealthHistory;
import org.serviceexchange.connection.heartbeat.HeartbeatRow;
import org.serviceexchange.connection.heartbeat.HeartbeatRow.Heard;
import org.serviceexchange.connection.heartbeat.HeartbeatRow.Sent;
import org.serviceexchange.connection.lineage.Incarnation;
import org.serviceexchange.connection.lineage.OwnLine;
import org.serviceexchange.connection.lineage.PeerView;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The statements of heartbeats, and the migration, on H2 and on PostgreSQL. */
class JdbcHeartbeatRowsTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final FollowedConnection AT_PROVIDER = new FollowedConnection(
            "CCN0001001", ConnectionSide.PROVIDER, "REG0001001", "key-1", "https://consumer.example.com");
    private static final FollowedConnection AT_CONSUMER = new FollowedConnection(
            "PCN0001001", ConnectionSide.CONSUMER, "REG0009001", "key-2", "https://provider.example.com");

    static List<DataSource> databases() {
        return BothDatabases.named("heartbeats");
    }

    @ParameterizedTest
    @MethodSource("databases")
    void takesWhatIsDueOnceAndCountsItUp(DataSource database) {
        JdbcHeartbeatRows rows = empty(database);
        rows.follow(AT_PROVIDER, NOW);
        rows.follow(AT_CONSUMER, NOW.plusSeconds(1));
        Instant due = NOW.plusSeconds(30);

        assertThat(rows.take(NOW, NOW.plus(LEASE), 10, "id-0")).isEmpty();
        List<HeartbeatRow> first = rows.take(due, due.plus(LEASE), 10, "id-1");
        assertThat(first).singleElement().satisfies(row -> {
            assertThat(row.connection()).isEqualTo(AT_PROVIDER);
            assertThat(row.line()).isEqualTo(new OwnLine(new Incarnation(1, "id-1"), 1));
        });
        assertThat(rows.find("CCN0001001").orElseThrow().line())
                .isEqualTo(first.get(0).line());
        assertThat(rows.take(due, due.plus(LEASE), 10, "id-2"))
                .as("taken before")
                .isEmpty();

        List<HeartbeatRow> second = rows.take(due.plus(LEASE), due.plus(LEASE).plus(LEASE), 1, "id-3");
        assertThat(second)
                .singleElement()
                .satisfies(row -> assertThat(row.connection()).isEqualTo(AT_CONSUMER));
        assertThat(rows.take(due.plus(LEASE), due.plus(LEASE).plus(LEASE), 1, "id-4"))
                .singleElement()
                .satisfies(row -> assertThat(row.line()).isEqualTo(new OwnLine(new Incarnation(1, "id-1"), 2)));
    }

    @ParameterizedTest
    @MethodSource("databases")
    void leavesToOthersWhatANodeIsTaking(DataSource database) {
        JdbcHeartbeatRows rows = empty(database);
        rows.follow(AT_PROVIDER, NOW);
        rows.follow(AT_CONSUMER, NOW);
        Instant due = NOW.plusSeconds(30);
        new TransactionTemplate(new JdbcTransactionManager(database)).executeWithoutResult(holding -> {
            assertThat(rows.lock("CCN0001001")).isPresent();
            List<HeartbeatRow> others = java.util.concurrent.CompletableFuture.supplyAsync(
                            () -> new TransactionTemplate(new JdbcTransactionManager(database))
                                    .execute(other -> rows.take(due, due.plus(LEASE), 10, "id")))
                    .join();
            assertThat(others)
                    .singleElement()
                    .satisfies(row -> assertThat(row.connection()).isEqualTo(AT_CONSUMER));
        });
    }

    @ParameterizedTest
    @MethodSource("databases")
    void writesTheDirectionsApart(DataSource database) {
        JdbcHeartbeatRows rows = empty(database);
        rows.follow(AT_PROVIDER, NOW);
        Sent sent = new Sent(NOW, 12, -3, 0, null, HealthHistory.EMPTY, NOW.plus(LEASE));
        PeerView view = new PeerView(
                new OwnLine(new Incarnation(4, "peer"), 17),
                "hash",
                new Incarnation(5, "later"),
                new Incarnation(6, "copy"),
                2,
                3,
                true);
        Heard heard = new Heard(NOW.plusSeconds(1), 9, view, new byte[] {1, 2});

        rows.sent(Map.of("CCN0001001", sent));
        assertThat(found(rows).sent()).isEqualTo(sent);
        assertThat(found(rows).heard().view()).isEqualTo(PeerView.NOTHING);

        rows.heard("CCN0001001", heard, NOW, true);
        assertThat(found(rows).heard().view()).isEqualTo(view);
        assertThat(found(rows).heard().at()).isEqualTo(heard.at());
        assertThat(found(rows).heard().version()).isEqualTo(9);
        assertThat(found(rows).heard().answer()).isEqualTo(new byte[] {1, 2});
        assertThat(found(rows).sent().provedAt()).isEqualTo(NOW);
        assertThat(found(rows).sent().roundTrip()).isEqualTo(12);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void keepsANewerProofFromAHeartbeatThatWasOvertaken(DataSource database) {
        JdbcHeartbeatRows rows = empty(database);
        rows.follow(AT_PROVIDER, NOW);
        Sent newer = proved(NOW);
        rows.sent(Map.of("CCN0001001", newer));

        rows.sent(Map.of("CCN0001001", proved(NOW.minusSeconds(1))));
        rows.sent(Map.of("CCN0001001", sent(1, NOW.plus(LEASE))));
        assertThat(found(rows).sent()).isEqualTo(newer);

        rows.sent(Map.of("CCN0001001", proved(NOW.plusSeconds(1))));
        assertThat(found(rows).sent()).isEqualTo(proved(NOW.plusSeconds(1)));
        Sent afterTheClockWasPutBack = proved(NOW.minus(Duration.ofDays(1)));
        rows.sent(Map.of("CCN0001001", afterTheClockWasPutBack));
        assertThat(found(rows).sent()).isEqualTo(afterTheClockWasPutBack);
    }

    private static Sent proved(Instant at) {
        return new Sent(at, 12, 0, 0, null, HealthHistory.EMPTY, at.plus(LEASE));
    }

    @ParameterizedTest
    @MethodSource("databases")
    void triesAtOnceWhoIsThereAgainOrIsToBeAsked(DataSource database) {
        JdbcHeartbeatRows rows = empty(database);
        rows.follow(AT_PROVIDER, NOW);
        Instant later = NOW.plus(Duration.ofHours(9));
        Heard heard = new Heard(NOW, 0, PeerView.NOTHING, new byte[0]);

        rows.sent(Map.of("CCN0001001", sent(0, later)));
        rows.heard("CCN0001001", heard, NOW, true);
        assertThat(found(rows).sent().nextAt()).as("it works").isEqualTo(later);

        rows.sent(Map.of("CCN0001001", sent(8, later)));
        rows.heard("CCN0001001", heard, NOW, false);
        assertThat(found(rows).sent().nextAt()).as("nothing was heard").isEqualTo(later);
        rows.heard("CCN0001001", heard, NOW, true);
        assertThat(found(rows).sent().nextAt()).isEqualTo(NOW);
        assertThat(found(rows).sent().failures()).as("still unanswered").isEqualTo(8);

        rows.sent(Map.of("CCN0001001", sent(0, later)));
        PeerView asking = new PeerView(null, null, new Incarnation(2, "later"), null, 0, 0, false);
        rows.heard("CCN0001001", new Heard(NOW, 0, asking, new byte[0]), NOW, true);
        assertThat(found(rows).sent().nextAt()).isEqualTo(NOW);
    }

    private static Sent sent(int failures, Instant next) {
        return new Sent(null, 0, 0, failures, failures == 0 ? null : "SX-3101", HealthHistory.EMPTY, next);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void changesOneIncarnationOnce(DataSource database) {
        JdbcHeartbeatRows rows = empty(database);
        rows.follow(AT_PROVIDER, NOW);
        rows.take(NOW.plusSeconds(30), NOW.plus(LEASE), 10, "id-1");
        OwnLine next = new OwnLine(new Incarnation(2, "id-2"), 40);

        assertThat(rows.renew("CCN0001001", new Incarnation(1, "other"), next)).isFalse();
        assertThat(rows.renew("CCN0001001", new Incarnation(1, "id-1"), next)).isTrue();
        assertThat(rows.renew("CCN0001001", new Incarnation(1, "id-1"), next)).isFalse();
        assertThat(found(rows).line()).isEqualTo(next);

        rows.stop("CCN0001001", true);
        assertThat(rows.take(NOW.plus(LEASE), NOW.plus(LEASE), 10, "id")).isEmpty();
        rows.stop("CCN0001001", false);
        assertThat(rows.take(NOW.plus(LEASE), NOW.plus(LEASE), 10, "id")).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void followsAConnectionToAnotherKeyAndAddress(DataSource database) {
        JdbcHeartbeatRows rows = empty(database);
        rows.follow(AT_PROVIDER, NOW);
        rows.take(NOW.plusSeconds(30), NOW.plus(LEASE), 10, "id-1");
        FollowedConnection rotated = new FollowedConnection(
                "CCN0001001", ConnectionSide.PROVIDER, "REG0001001", "key-3", "https://moved.example.com");

        rows.follow(rotated, NOW);

        assertThat(rows.lockByKey("key-1")).isEmpty();
        assertThat(rows.lockByKey("key-3").orElseThrow().connection()).isEqualTo(rotated);
        assertThat(found(rows).line().counter()).isEqualTo(1);
        assertThat(rows.count()).isEqualTo(1);
        assertThat(rows.ofSubject("REG0001001")).isPresent();
        assertThat(rows.ofSubject("CCN0001001"))
                .as("no number of a record here")
                .isEmpty();
        rows.remove("CCN0001001");
        assertThat(rows.count()).isZero();
    }

    private static HeartbeatRow found(JdbcHeartbeatRows rows) {
        return rows.find("CCN0001001").orElseThrow();
    }

    private static JdbcHeartbeatRows empty(DataSource database) {
        JdbcClient jdbc = JdbcClient.create(database);
        for (String table : List.of("heartbeat", "consumer_registration", "provider_connection")) {
            jdbc.sql("drop table if exists " + table).update();
        }
        jdbc.sql(
                        "create table consumer_registration (number varchar(12), state varchar(20), connection_number varchar(12),"
                                + " key_id varchar(64), consumer_url varchar(500))")
                .update();
        jdbc.sql("create table provider_connection (number varchar(12), state varchar(30), registration varchar(15),"
                        + " key_id varchar(43), provider_url varchar(500))")
                .update();
        jdbc.sql(
                        "insert into consumer_registration values ('REG1', 'CLOSED_COMPLETE', 'CCN1', 'k1', 'https://c.example'),"
                                + " ('REG2', 'OPEN', 'CCN2', 'k2', 'https://c.example')")
                .update();
        jdbc.sql("insert into provider_connection values ('PCN1', 'ONBOARDED', 'REG7', 'k7', 'https://p.example'),"
                        + " ('PCN2', 'CLOSED_INCOMPLETE', 'REG8', null, 'https://p.example')")
                .update();
        new ResourceDatabasePopulator(new ClassPathResource("db/migration/V125__heartbeat.sql")).execute(database);
        JdbcHeartbeatRows rows = new JdbcHeartbeatRows(jdbc, new JdbcTemplate(database));
        assertThat(rows.count()).as("live connections of earlier versions").isEqualTo(2);
        assertThat(rows.ofSubject("REG1").orElseThrow().connection())
                .isEqualTo(new FollowedConnection("CCN1", ConnectionSide.PROVIDER, "REG1", "k1", "https://c.example"));
        assertThat(rows.ofSubject("PCN1").orElseThrow().connection())
                .isEqualTo(new FollowedConnection("PCN1", ConnectionSide.CONSUMER, "REG7", "k7", "https://p.example"));
        rows.remove("CCN1");
        rows.remove("PCN1");
        return rows;
    }
}
