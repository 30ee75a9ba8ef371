package org.serviceexchange.connection.signature.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.serviceexchange.BothDatabases;
import org.serviceexchange.MovableClock;
import org.serviceexchange.connection.announcement.Announcement;
import org.serviceexchange.connection.announcement.Announcements.Progress;
import org.serviceexchange.connection.announcement.store.TestAnnouncementTables;
import org.serviceexchange.platform.problem.Finding;
import org.serviceexchange.platform.problem.ProblemCode;
import org.springframework.jdbc.core.simple.JdbcClient;

class JdbcKeyTablesTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final Finding WHY = new Finding(ProblemCode.PEER_UNREACHABLE, List.of("consumer.example.com"));

    static List<DataSource> databases() {
        return BothDatabases.named("signature_keys");
    }

    /** A connection to a consumer, and one to a provider. */
    private static JdbcClient filled(DataSource database) {
        JdbcClient jdbc = JdbcClient.create(database);
        for (String table : List.of(
                "heartbeat",
                "provider_connection",
                "consumer_registration",
                "signature_key_announcement",
                "former_peer_key",
                "peer_inquiry")) {
            jdbc.sql("drop table if exists " + table).update();
        }
        TestKeyTables.make(database);
        for (String side : List.of("PROVIDER", "CONSUMER")) {
            jdbc.sql("insert into heartbeat (module, side, registration, key_id, address, next_at)"
                            + " values (?, ?, ?, 'key', 'https://x.example.com', current_timestamp)")
                    .params(side.equals("PROVIDER") ? "CCN0001001" : "PCN0001001", side, "REG0001001")
                    .update();
        }
        return jdbc;
    }

    @ParameterizedTest
    @MethodSource("databases")
    void plansForEveryRecordAndRemembersWhatEachPeerKnows(DataSource database) {
        JdbcClient jdbc = filled(database);
        JdbcKeyAnnouncements announcements = new JdbcKeyAnnouncements(jdbc, TestAnnouncementTables.in(jdbc));
        announcements.plan("K1", "K2", List.of("REG0001001", "REG0001002"), NOW);
        assertThat(announcements.due(NOW, 9))
                .extracting(Announcement::record)
                .containsExactlyInAnyOrder("REG0001001", "PCN0001001", "REG0001002");
        announcements.known(announcements.of("REG0001001").orElseThrow(), NOW);
        announcements.giveUp("REG0001002", "ada");
        assertThat(announcements.progress()).isEqualTo(new Progress(3, 1, 1));

        announcements.plan("K2", "K3", List.of(), NOW.plusSeconds(9));
        assertThat(announcements.progress()).isEqualTo(new Progress(3, 0, 0));
        assertThat(announcements.open(9))
                .extracting(one -> one.record() + " " + one.before() + " " + one.announced())
                .containsExactly("PCN0001001 K1 K3", "REG0001001 K2 K3", "REG0001002 K1 K3");
        Announcement late = new Announcement("REG0001001", "K1", "K2", NOW, 0, null, null, null);
        assertThat(announcements.known(late, NOW))
                .as("an answer about the key before comes too late")
                .isFalse();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void handsOutOnceAndKeepsWhatHappened(DataSource database) {
        JdbcClient jdbc = filled(database);
        JdbcKeyAnnouncements announcements = new JdbcKeyAnnouncements(jdbc, TestAnnouncementTables.in(jdbc));
        announcements.plan("K1", "K2", List.of(), NOW);
        Announcement due = announcements.of("PCN0001001").orElseThrow();
        assertThat(announcements.take(due, NOW.plusSeconds(60))).isTrue();
        assertThat(announcements.take(due, NOW.plusSeconds(60))).isFalse();
        announcements.failed(due, WHY, NOW.plusSeconds(30));
        assertThat(announcements.of("PCN0001001"))
                .hasValue(new Announcement("PCN0001001", "K1", "K2", NOW.plusSeconds(30), 1, WHY, null, null));
        assertThat(announcements.giveUp("PCN0001001", "ada")).isTrue();
        assertThat(announcements.giveUp("PCN0001001", "ada")).isFalse();
        announcements.again(NOW);
        assertThat(announcements.of("PCN0001001").orElseThrow().due()).isNull();
        assertThat(announcements.again("PCN0001001", NOW)).isTrue();
        assertThat(announcements.again("PCN0001001", NOW)).isFalse();
        announcements.plan("PCN0001001", "K0", "K2", NOW);
        assertThat(announcements.of("PCN0001001").orElseThrow().before())
                .as("an older one still")
                .isEqualTo("K0");
        announcements.known(announcements.of("PCN0001001").orElseThrow(), NOW);
        announcements.plan("PCN0001001", "K1", "K2", NOW);
        assertThat(announcements.of("PCN0001001").orElseThrow().knownAt())
                .as("the peer was set back")
                .isNull();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void namesThoseToldInVainWithoutThoseGivenUpOn(DataSource database) {
        JdbcClient jdbc = filled(database);
        JdbcKeyAnnouncements announcements = new JdbcKeyAnnouncements(jdbc, TestAnnouncementTables.in(jdbc));
        announcements.plan("K1", "K2", List.of("REG0001002"), NOW);
        for (String told : List.of("PCN0001001", "REG0001001")) {
            announcements.failed(announcements.of(told).orElseThrow(), WHY, NOW);
        }
        announcements.giveUp("PCN0001001", "ada");
        assertThat(announcements.toldInVain()).containsExactly("REG0001001");
    }

    @ParameterizedTest
    @MethodSource("databases")
    void knowsWhoIsNotLivingAndWhoHadWhichKey(DataSource database) {
        JdbcClient jdbc = filled(database);
        JdbcKeyAnnouncements announcements = new JdbcKeyAnnouncements(jdbc, TestAnnouncementTables.in(jdbc));
        announcements.plan("K1", "K2", List.of("REG0001002"), NOW);
        assertThat(announcements.ended()).containsExactly("REG0001002");
        jdbc.sql("insert into peer_inquiry (number, side, due_at, tries) values ('REG0001002', 'PROVIDER',"
                        + " current_timestamp, 0)")
                .update();
        assertThat(announcements.ended())
                .as("its peer is yet to be asked under the key that it knows")
                .isEmpty();
        jdbc.sql("update peer_inquiry set due_at = null").update();
        assertThat(announcements.ended()).containsExactly("REG0001002");
        announcements.remove("REG0001002");
        assertThat(announcements.of("REG0001002")).isEmpty();
        JdbcPinnedKeys pinned = new JdbcPinnedKeys(announcements, MovableClock.standingAt(NOW));
        assertThat(pinned.ofRecord("PCN0001001")).hasValue("K1");
        announcements.giveUp("PCN0001001", "ada");
        assertThat(pinned.ofRecord("PCN0001001")).isEmpty();
        assertThat(pinned.knownTo("PCN0001001"))
                .as("it is asked under the key that it knows")
                .hasValue("K1");
        pinned.pinned("REG0001003", "K1", "K2");
        assertThat(pinned.ofRecord("REG0001003")).hasValue("K1");

        JdbcFormerPeerKeys former = new JdbcFormerPeerKeys(jdbc);
        former.replaced("REG0001001", "P1", "PCN0001001", NOW);
        former.replaced("REG0001001", "P1", "PCN0001001", NOW);
        former.replaced("REG0001001", "P1", "REG0001001", NOW);
        assertThat(former.recordsOf("REG0001001", "P1"))
                .as("each is provider and consumer of the other")
                .containsExactlyInAnyOrder("PCN0001001", "REG0001001");
        assertThat(former.recordsOf("REG0001002", "P1")).isEmpty();
        assertThat(former.isOf("PCN0001001", "P1")).isTrue();
        assertThat(former.isOf("REG0001001", "P1")).isTrue();
        assertThat(former.isOf("REG0001001", "P2")).isFalse();
    }
}
