package org.serviceexchange.connection.suspension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.serviceexchange.MovableClock;
import org.serviceexchange.connection.suspension.Suspension.Kind;
import org.serviceexchange.journal.Receipt;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.protocol.wire.ConnectionSide;

/** Suspension and maintenance between two sides with real signed states, and what becomes of them when messages are lost. */
class SuspensionTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    private final MovableClock clock = MovableClock.standingAt(NOW);
    private final SuspensionSide provider = new SuspensionSide(ConnectionSide.PROVIDER, clock);
    private final SuspensionSide consumer = new SuspensionSide(ConnectionSide.CONSUMER, clock);

    @BeforeEach
    void connectBoth() {
        provider.connect(consumer);
        consumer.connect(provider);
    }

    @ParameterizedTest
    @EnumSource
    void bothSidesRestAndSayWhoWhyAndUntilWhen(ConnectionSide side) {
        SuspensionSide own = side == ConnectionSide.PROVIDER ? provider : consumer;
        SuspensionSide peer = side == ConnectionSide.PROVIDER ? consumer : provider;
        suspend(own, null);
        assertThat(own.standstills.of(own.number()).holds()).as("at once").isTrue();
        settle();

        for (SuspensionSide one : List.of(own, peer)) {
            Standstill rests = one.standstills.of(one.number());
            assertThat(rests.kind()).isEqualTo(Kind.SUSPENDED);
            assertThat(rests.until()).isEqualTo(NOW.plus(Duration.ofDays(7)));
            verify(one.life).suspensionChanged(one.number());
        }
        assertThat(own.standstills.of(own.number()).whose().inDefault()).isEqualTo("this instance");
        assertThat(peer.standstills.of(peer.number()).whose().inDefault()).isEqualTo("the other side");
        assertThat(own.journal)
                .filteredOn(line -> !line.contains("The other side says"))
                .containsExactly(
                        "ada: Suspended the connection until 1 December 2026, 12:00 UTC. Reason: Audit",
                        "system: The other side has heard what this instance last said about suspension and"
                                + " maintenance.");
        assertThat(peer.journal)
                .contains("system: The other side suspended the connection from 24 November 2026, 12:00 UTC until"
                        + " 1 December 2026, 12:00 UTC. Reason: Audit");
        assertThat(own.suspensions.of(own.number()))
                .singleElement()
                .satisfies(kept -> assertThat(kept.confirmedAt()).isNotNull());
        for (SuspensionSide one : List.of(own, peer)) {
            assertThat(one.receipts)
                    .isNotEmpty()
                    .allMatch(receipt -> !receipt.own() && receipt.message() != null)
                    .extracting(Receipt::payloadType)
                    .containsOnly("application/vnd.service-exchange.v2.state+json");
        }
    }

    @Test
    void endsByItselfOnBothSides() {
        suspend(provider, NOW.plusSeconds(3600));
        settle();
        clock.move(Duration.ofSeconds(3599));
        assertThat(rests(provider)).isTrue();
        assertThat(rests(consumer)).isTrue();
        clock.move(Duration.ofSeconds(1));
        assertThat(rests(provider)).isFalse();
        assertThat(rests(consumer)).isFalse();
        int notes = consumer.journal.size();
        consumer.ask();
        settle();
        assertThat(consumer.journal)
                .as("what ended by itself is not said again")
                .hasSize(notes);
    }

    @Test
    void onlyTheSideThatSaidSoLiftsIt() {
        suspend(provider, null);
        settle();
        assertThat(consumer.suspendConnection.resume(consumer.number(), "bob")).isFalse();
        assertThat(rests(consumer)).isTrue();
        clock.move(Duration.ofHours(1));

        assertThat(provider.suspendConnection.resume(provider.number(), "ada")).isTrue();
        settle();
        assertThat(rests(provider)).isFalse();
        assertThat(rests(consumer)).isFalse();
        assertThat(provider.journal).contains("ada: Resumed the connection.");
        assertThat(consumer.journal)
                .contains("system: The other side ended its suspension or maintenance on 24 November 2026, 13:00 UTC,"
                        + " earlier than it had said.");
        assertThat(provider.suspensions.of(provider.number()))
                .singleElement()
                .satisfies(kept ->
                        assertThat(kept.confirmedAt()).as("of the resumption").isEqualTo(clock.instant()));
        assertThat(provider.suspendConnection.resume(provider.number(), "ada"))
                .as("a second time")
                .isFalse();
    }

    @Test
    void restsWhileEitherSidesSuspensionHolds() {
        suspend(provider, NOW.plusSeconds(3600));
        suspend(consumer, NOW.plusSeconds(7200));
        settle();
        for (SuspensionSide side : List.of(provider, consumer)) {
            assertThat(side.standstills.of(side.number()).until()).isEqualTo(NOW.plusSeconds(7200));
        }
        consumer.suspendConnection.resume(consumer.number(), "bob");
        settle();
        for (SuspensionSide side : List.of(provider, consumer)) {
            assertThat(side.standstills.of(side.number()).until()).isEqualTo(NOW.plusSeconds(3600));
        }
    }

    @Test
    void maintenanceIsKnownBeforeItBegins() {
        consumer.suspendConnection.suspend(
                consumer.number(),
                "bob",
                new SuspensionOrder(Kind.MAINTENANCE, NOW.plusSeconds(60), NOW.plusSeconds(120), "New disks"));
        settle();
        assertThat(rests(provider)).isFalse();
        assertThat(provider.suspensions
                        .of(provider.number())
                        .get(0)
                        .suspension()
                        .from())
                .isEqualTo(NOW.plusSeconds(60));
        clock.move(Duration.ofSeconds(60));
        assertThat(provider.standstills.of(provider.number()).kind()).isEqualTo(Kind.MAINTENANCE);
        assertThat(consumer.standstills.of(consumer.number()).kind()).isEqualTo(Kind.MAINTENANCE);
        clock.move(Duration.ofSeconds(60));
        assertThat(rests(provider)).isFalse();
    }

    @Test
    void whatWasAnnouncedCanBeWithdrawn() {
        consumer.suspendConnection.suspend(
                consumer.number(),
                "bob",
                new SuspensionOrder(Kind.MAINTENANCE, NOW.plusSeconds(60), NOW.plusSeconds(120), "New disks"));
        settle();
        consumer.suspendConnection.resume(consumer.number(), "bob");
        settle();
        assertThat(consumer.journal).contains("bob: Withdrew what was announced; the connection does not rest.");
        clock.move(Duration.ofSeconds(90));
        assertThat(rests(provider)).isFalse();
        assertThat(rests(consumer)).isFalse();
    }

    @Test
    void anAnswerThatComesLateChangesNothing() {
        suspend(provider, null);
        settle();
        KeptSuspension heard = consumer.suspensions.of(consumer.number()).get(0);
        consumer.suspensions.save(new KeptSuspension(
                heard.connection(),
                false,
                heard.subject(),
                heard.suspension(),
                NOW.plusSeconds(1),
                0,
                heard.confirmedAt()));
        provider.suspendConnection.resume(provider.number(), "ada");
        settle();
        assertThat(rests(consumer)).as("said before what is known").isTrue();
        clock.move(Duration.ofSeconds(2));
        consumer.ask();
        assertThat(rests(consumer)).isFalse();
    }

    @Test
    void sayingTheSameAgainMovesNoProcess() {
        suspend(provider, null);
        settle();
        clearInvocations(consumer.life);
        clock.move(Duration.ofDays(1));
        consumer.ask();
        settle();
        verify(consumer.life, never()).suspensionChanged(consumer.number());
    }

    @ParameterizedTest
    @CsvSource({
        "SUSPENDED,   ,     -1, Audit, it lies in the past",
        "SUSPENDED,   ,      0, Audit, it lies in the past",
        "MAINTENANCE, 60,   60, Audit, it must be later than the beginning",
        "SUSPENDED,   ,7776001, Audit, 'it must not be later than 22 February 2027, 12:00 UTC'",
        "MAINTENANCE, 60,     , Audit, it is empty",
        "SUSPENDED,   ,     60, ' ', it is empty",
    })
    void namesWhatIsWrong(Kind kind, @Nullable Long from, @Nullable Long until, String reason, String fault) {
        SuspensionOrder order = new SuspensionOrder(kind, at(from), at(until), reason);
        assertThatThrownBy(() -> provider.suspendConnection.suspend(provider.number(), "ada", order))
                .isInstanceOfSatisfying(
                        Problem.class, refused -> assertThat(refused.code()).isEqualTo(ProblemCode.INPUT_INVALID))
                .hasMessageContaining(fault);
        assertThat(provider.suspensions.of(provider.number())).isEmpty();
        assertThat(provider.journal).isEmpty();
    }

    @Test
    void whatHasBegunBeginsNow() {
        SuspensionOrder order =
                new SuspensionOrder(Kind.MAINTENANCE, Instant.parse("-400000000-01-01T00:00:00Z"), at(60L), "Audit");
        provider.suspendConnection.suspend(provider.number(), "ada", order);
        assertThat(provider.suspensions
                        .of(provider.number())
                        .get(0)
                        .suspension()
                        .from())
                .isEqualTo(clock.instant());
    }

    @Test
    void takesInvisibleCharactersOutOfTheReason() {
        provider.suspendConnection.suspend(
                provider.number(),
                "ada",
                new SuspensionOrder(Kind.SUSPENDED, null, null, " A\u00ADudit \uD83D\uDCBE "));
        settle();
        assertThat(consumer.suspensions
                        .of(consumer.number())
                        .get(0)
                        .suspension()
                        .reason())
                .isEqualTo("Audit \uD83D\uDCBE");
    }

    @Test
    void isForLiveConnectionsOnly() {
        SuspensionOrder order = new SuspensionOrder(Kind.SUSPENDED, null, null, "Audit");
        assertThatThrownBy(() -> provider.suspendConnection.suspend("CCN0009999", "ada", order))
                .isInstanceOfSatisfying(
                        Problem.class,
                        refused -> assertThat(refused.code()).isEqualTo(ProblemCode.CONNECTION_NOT_THERE_YET));
    }

    private static @Nullable Instant at(@Nullable Long seconds) {
        return seconds == null ? null : NOW.plusSeconds(seconds);
    }

    private static void suspend(SuspensionSide side, @Nullable Instant until) {
        side.suspendConnection.suspend(
                side.number(), "ada", new SuspensionOrder(Kind.SUSPENDED, null, until, " Audit "));
    }

    private boolean rests(SuspensionSide side) {
        return side.standstills.of(side.number()).holds();
    }

    /** Both sides ask whatever is due until nothing is. */
    private void settle() {
        int asked = 0;
        while (provider.askDue() || consumer.askDue()) {
            asked++;
            assertThat(asked).as("questions that cause questions").isLessThan(20);
        }
    }
}
