package org.serviceexchange.connection.address.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.serviceexchange.BothDatabases;
import org.serviceexchange.MovableClock;
import org.serviceexchange.connection.address.PeerMoves.PeerMove;
import org.serviceexchange.connection.announcement.Announcement;
import org.serviceexchange.connection.announcement.Announcements.Progress;
import org.serviceexchange.connection.announcement.store.TestAnnouncementTables;
import org.serviceexchange.platform.problem.Finding;
import org.serviceexchange.platform.problem.ProblemCode;
import org.springframework.jdbc.core.simple.JdbcClient;

class JdbcAddressTablesTest {

    private static final String NEW = "https://new.example.com";
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final Finding WHY = new Finding(ProblemCode.PEER_UNREACHABLE, List.of("consumer.example.com"));

    private final MovableClock clock = MovableClock.standingAt(NOW);

    static List<DataSource> databases() {
        return BothDatabases.named("addresses");
    }

    private static JdbcClient empty(DataSource database, String... live) {
        JdbcClient jdbc = JdbcClient.create(database);
        for (String table : List.of(
                "heartbeat",
                "provider_connection",
                "consumer_registration",
                "own_address",
                "address_announcement",
                "peer_address")) {
            jdbc.sql("drop table if exists " + table).update();
        }
        TestAddressTables.make(database);
        for (String module : live) {
            jdbc.sql("insert into heartbeat (module, side, registration, key_id, address, next_at)"
                            + " values (?, 'PROVIDER', 'REG', 'key', 'https://x.example.com', current_timestamp)")
                    .param(module)
                    .update();
        }
        return jdbc;
    }

    @ParameterizedTest
    @MethodSource("databases")
    void plansForEveryLiveConnectionAndAgainForAnotherAddress(DataSource database) {
        JdbcClient jdbc = empty(database, "A", "B");
        JdbcAddressAnnouncements announcements = new JdbcAddressAnnouncements(jdbc, TestAnnouncementTables.in(jdbc));
        announcements.plan(NEW, NOW);
        announcements.plan(NEW, NOW.plusSeconds(5));
        assertThat(announcements.due(NOW, 9)).extracting(Announcement::record).containsExactlyInAnyOrder("A", "B");
        Announcement first = announcements.of("A").orElseThrow();
        announcements.known(first, NOW.plusSeconds(1));
        announcements.giveUp("B", "ada");
        assertThat(announcements.progress()).isEqualTo(new Progress(2, 1, 1));
        assertThat(announcements.due(NOW.plusSeconds(9), 9)).isEmpty();

        announcements.plan("https://newer.example.com", NOW.plusSeconds(9));
        assertThat(announcements.progress()).isEqualTo(new Progress(2, 0, 0));
        assertThat(announcements.due(NOW.plusSeconds(9), 9))
                .extracting(Announcement::announced)
                .containsOnly("https://newer.example.com");
        announcements.known(first, NOW);
        assertThat(announcements.of("A").orElseThrow().knownAt())
                .as("an answer to the address before comes too late")
                .isNull();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void handsOutOnceAndKeepsWhatHappened(DataSource database) {
        JdbcClient jdbc = empty(database, "A");
        JdbcAddressAnnouncements announcements = new JdbcAddressAnnouncements(jdbc, TestAnnouncementTables.in(jdbc));
        announcements.plan(NEW, NOW);
        Announcement due = announcements.due(NOW, 9).get(0);
        assertThat(announcements.take(due, NOW.plusSeconds(60))).isTrue();
        assertThat(announcements.take(due, NOW.plusSeconds(60))).isFalse();
        announcements.failed(due, WHY, NOW.plusSeconds(30));
        assertThat(announcements.open(9))
                .containsExactly(new Announcement("A", "", NEW, NOW.plusSeconds(30), 1, WHY, null, null));
        announcements.giveUp("A", "ada");
        announcements.failed(due, WHY, NOW.plusSeconds(40));
        assertThat(announcements.of("A").orElseThrow().due())
                .as("given up while it was told")
                .isNull();
        announcements.again(NOW);
        assertThat(announcements.due(NOW, 9)).isEmpty();
        assertThat(announcements.again("A", NOW)).isTrue();
        assertThat(announcements.again("A", NOW)).isFalse();
        announcements.known(announcements.due(NOW, 9).get(0), NOW);
        assertThat(announcements.giveUp("A", "ada")).isFalse();
        assertThat(announcements.open(9)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void remembersMovesAndForgetsEndedConnections(DataSource database) {
        JdbcClient jdbc = empty(database, "A");
        JdbcPeerMoves moves = new JdbcPeerMoves(jdbc, clock);
        moves.refused("A", "https://bad.example.com", WHY, NOW);
        assertThat(moves.of("A")).hasValue(new PeerMove(null, null, null, "https://bad.example.com", WHY, NOW));
        assertThat(moves.before(URI.create(NEW + "/sx/v1/state"))).isEmpty();
        moves.moved("A", "https://old.example.com/path", NEW, NOW, NOW.plus(Duration.ofDays(7)));
        assertThat(moves.of("A"))
                .hasValue(new PeerMove(
                        "https://old.example.com/path", NOW, NOW.plus(Duration.ofDays(7)), null, null, null));
        assertThat(moves.before(URI.create(NEW + "/sx/v1/state")))
                .hasValue(URI.create("https://old.example.com/path/sx/v1/state"));
        assertThat(moves.before(URI.create("https://new.example.com.evil.example/sx/v1/state")))
                .isEmpty();
        clock.move(Duration.ofDays(7));
        assertThat(moves.before(URI.create(NEW + "/sx/v1/state"))).isEmpty();

        JdbcAddressAnnouncements announcements = new JdbcAddressAnnouncements(jdbc, TestAnnouncementTables.in(jdbc));
        announcements.plan(NEW, NOW);
        assertThat(announcements.removeEnded()).isZero();
        jdbc.sql("delete from heartbeat").update();
        assertThat(announcements.removeEnded()).isEqualTo(2);
        assertThat(moves.of("A")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void keepsTheOwnAddressesNewestFirst(DataSource database) {
        JdbcOwnAddresses own = new JdbcOwnAddresses(empty(database));
        own.add("https://first.example.com", NOW);
        own.add(NEW, NOW.plusSeconds(1));
        own.add(NEW, NOW.plusSeconds(2));
        assertThat(own.all())
                .extracting(used -> used.address() + " " + used.since())
                .containsExactly(NEW + " 2026-03-01T10:00:01Z", "https://first.example.com 2026-03-01T10:00:00Z");
    }
}
