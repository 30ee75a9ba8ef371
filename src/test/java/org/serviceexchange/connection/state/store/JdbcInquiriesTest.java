package org.serviceexchange.connection.state.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.serviceexchange.BothDatabases;
import org.serviceexchange.MovableClock;
import org.serviceexchange.connection.state.Inquiries.Heard;
import org.serviceexchange.connection.state.Inquiries.Inquiry;
import org.serviceexchange.connection.state.Inquiries.PeerVersion;
import org.serviceexchange.connection.state.NextActor;
import org.serviceexchange.connection.state.PeerReason;
import org.serviceexchange.connection.state.PeerState;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

class JdbcInquiriesTest {

    private static final String NUMBER = "REG0001001";
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    private final MovableClock clock = MovableClock.standingAt(NOW);
    private final List<Object> events = new ArrayList<>();

    static List<DataSource> databases() {
        return BothDatabases.named("inquiries");
    }

    @ParameterizedTest
    @MethodSource("databases")
    void handsOutWhatIsDueOnce(DataSource database) {
        JdbcInquiries inquiries = empty(database);
        inquiries.tell(ConnectionSide.PROVIDER, NUMBER);
        assertThat(events).hasSize(1);
        Inquiry due = inquiries.due(NOW, 9).get(0);
        assertThat(due).isEqualTo(new Inquiry(ConnectionSide.PROVIDER, NUMBER, NOW, 0));
        assertThat(inquiries.take(due, later(2))).isTrue();
        assertThat(inquiries.take(due, later(3))).isFalse();
        assertThat(inquiries.due(NOW, 9)).isEmpty();
        assertThat(inquiries.due(later(2), 9)).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void comesAgainAfterAFailureOrNever(DataSource database) {
        JdbcInquiries inquiries = empty(database);
        inquiries.tell(ConnectionSide.PROVIDER, NUMBER);
        Inquiry first = take(inquiries, NOW);
        inquiries.failed(first, later(2), later(5));
        Inquiry second = take(inquiries, later(5));
        assertThat(second.tries()).isEqualTo(1);
        inquiries.failed(second, later(7), null);
        assertThat(inquiries.due(later(999), 9)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void keepsWhatWasSaidAndWhatBecameDueMeanwhile(DataSource database) {
        JdbcInquiries inquiries = empty(database);
        assertThat(inquiries.heard(NUMBER)).isEmpty();
        inquiries.heard(ConnectionSide.PROVIDER, NUMBER, closed(4, NOW), null);
        assertThat(inquiries.due(later(999), 9)).isEmpty();
        assertThat(inquiries.heard(NUMBER).orElseThrow().label().inDefault()).isEqualTo("Closed: cancelled");

        inquiries.tell(ConnectionSide.PROVIDER, NUMBER);
        take(inquiries, NOW);
        clock.move(Duration.ofMinutes(1));
        inquiries.tell(ConnectionSide.PROVIDER, NUMBER);
        inquiries.heard(ConnectionSide.PROVIDER, NUMBER, closed(5, later(1)), later(2));
        assertThat(inquiries.due(later(1), 9)).hasSize(1);
        assertThat(inquiries.heard(NUMBER).orElseThrow().version()).isEqualTo(new PeerVersion(2, 5));

        take(inquiries, later(1));
        inquiries.heard(ConnectionSide.PROVIDER, NUMBER, closed(5, later(1)), later(3));
        assertThat(inquiries.due(later(999), 9)).isEmpty();
    }

    /** Takes what is due for two minutes. */
    private static Inquiry take(JdbcInquiries inquiries, Instant now) {
        Inquiry due = inquiries.due(now, 9).get(0);
        assertThat(inquiries.take(due, now.plus(Duration.ofMinutes(2)))).isTrue();
        return due;
    }

    private static Instant later(int minutes) {
        return NOW.plus(Duration.ofMinutes(minutes));
    }

    private static Heard closed(long version, Instant at) {
        return new Heard(new PeerVersion(2, version), PeerState.CLOSED, PeerReason.CANCELLED, NextActor.NOBODY, at);
    }

    private JdbcInquiries empty(DataSource database) {
        JdbcClient jdbc = JdbcClient.create(database);
        jdbc.sql("drop table if exists peer_inquiry").update();
        new ResourceDatabasePopulator(
                        new ClassPathResource("db/migration/V122__peer_inquiry.sql"),
                        new ClassPathResource("db/migration/V191__peer_incarnation.sql"))
                .execute(database);
        return new JdbcInquiries(jdbc, events::add, clock);
    }
}
