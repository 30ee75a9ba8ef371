package org.serviceexchange.connection.heartbeat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.serviceexchange.MovableClock;
import org.serviceexchange.connection.act.TestConnection;
import org.serviceexchange.connection.suspension.Standstills;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.protocol.wire.ConnectionSide;

/** A test of a connection is a heartbeat outside its turn. */
class HeartbeatOutsideItsTurnTest {

    private static final String KEY_ID = "AAAAAAAAAAAAAAAAAAAAAA";
    private static final FollowedConnection AT_PROVIDER = new FollowedConnection(
            "CCN0001001", ConnectionSide.PROVIDER, "REG0001001", KEY_ID, "https://consumer.example.com");
    private static final FollowedConnection AT_CONSUMER = new FollowedConnection(
            "PCN0001001", ConnectionSide.CONSUMER, "REG0001001", KEY_ID, "https://provider.example.com");

    private final MovableClock clock = MovableClock.standing();
    private TestSide provider;
    private TestSide consumer;

    @BeforeEach
    void connect() {
        provider = new TestSide(AT_PROVIDER, clock);
        consumer = new TestSide(AT_CONSUMER, clock);
        provider.network = consumer::answer;
        consumer.network = provider::answer;
        provider.get(Heartbeats.class).follow(AT_PROVIDER);
        consumer.get(Heartbeats.class).follow(AT_CONSUMER);
    }

    @AfterEach
    void close() {
        provider.close();
        consumer.close();
    }

    @Test
    void asksTheOtherSideNowAndGoesOnInTurn() {
        test();
        assertThat(consumer.row().sent().provedAt()).isEqualTo(clock.instant());
        assertThat(provider.row().heard().at()).isEqualTo(clock.instant());
        assertThat(consumer.state()).isEqualTo(LineState.UP);
        assertThat(consumer.journal)
                .containsExactly("PCN0001001: Tested the connection: the other side answered in 0 ms and proved that it"
                        + " holds the keys; difference of the clocks: 0 ms.");
        test();
        clock.move(TestSide.PAUSE.multipliedBy(2));
        assertThat(consumer.sendDue()).isEqualTo(1);
        assertThat(provider.row().heard().view().highest()).isEqualTo(3);
        assertThat(provider.journal).as("no alarm").isEmpty();
    }

    @Test
    void saysThatNobodyAnswers() {
        consumer.network = message -> {
            throw new IllegalStateException("nobody is there");
        };
        test();
        assertThat(consumer.row().sent().failures()).isEqualTo(1);
        assertThat(consumer.journal)
                .containsExactly("PCN0001001: Tested the connection: the other side did not answer (code SX-9000).");
        consumer.network = provider::answer;
        clock.move(Duration.ofDays(1));
        assertThat(consumer.sendDue()).as("tried again in turn").isEqualTo(1);
    }

    @Test
    void isRefusedForACopyThatWasStopped() {
        consumer.get(HeartbeatRows.class).stop("PCN0001001", true);
        assertThatThrownBy(this::test)
                .isInstanceOf(Problem.class)
                .hasMessageContaining("no heartbeats are sent for it");
        assertThat(consumer.sent).isEmpty();
    }

    private void test() {
        new TestConnection(
                        consumer.get(HeartbeatBatches.class),
                        consumer.get(Standstills.class),
                        consumer.get(Journal.class))
                .test("PCN0001001", "PCN0001001", "ada");
    }
}
