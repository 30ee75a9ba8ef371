package org.serviceexchange.connection.suspension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.serviceexchange.MovableClock;
import org.serviceexchange.connection.life.ConnectionLookup;
import org.serviceexchange.connection.suspension.Suspension.Kind;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.springframework.transaction.support.TransactionTemplate;

class AnnounceMaintenanceTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final SuspensionOrder ORDER =
            new SuspensionOrder(Kind.MAINTENANCE, NOW.plusSeconds(60), NOW.plusSeconds(120), "New disks");
    private static final Suspension SAID =
            new Suspension(Kind.MAINTENANCE, NOW.plusSeconds(60), NOW.plusSeconds(120), "New disks");

    private final MovableClock clock = MovableClock.standingAt(NOW);
    private final SuspendConnection suspendConnection = mock();
    private final ConnectionLookup connections = mock();
    private final TransactionTemplate transaction = mock();
    private final Kept kept = new Kept();

    @BeforeEach
    void connections() {
        when(transaction.execute(any()))
                .thenAnswer(call -> call.<org.springframework.transaction.support.TransactionCallback<?>>getArgument(0)
                        .doInTransaction(mock()));
        when(connections.before(any(), anyString(), anyInt())).thenAnswer(call -> {
            boolean provider = call.getArgument(0) == ConnectionSide.PROVIDER;
            return IntStream.iterate(provider ? 120 : 3, number -> number > 0, number -> number - 1)
                    .mapToObj((provider ? "CCN%07d" : "PCN%07d")::formatted)
                    .filter(number -> number.compareTo(call.getArgument(1)) < 0)
                    .limit(call.<Integer>getArgument(2))
                    .toList();
        });
        when(suspendConnection.suspendUnlessItIs(anyString(), anyString(), any()))
                .thenReturn(true);
        when(suspendConnection.resume(anyString(), anyString(), any())).thenReturn(true);
    }

    @Test
    void tellsAllConnectionsOfBothSidesOnce() {
        assertThat(announcing().announce("ada", ORDER)).isTrue();
        tellAll();
        verify(suspendConnection, times(123)).suspendUnlessItIs(anyString(), eq("ada"), eq(SAID));
        verify(suspendConnection).suspendUnlessItIs("CCN0000001", "ada", SAID);
        verify(suspendConnection).suspendUnlessItIs("PCN0000003", "ada", SAID);
        assertThat(kept.last().orElseThrow())
                .satisfies(done -> assertThat(done.done()).isTrue())
                .extracting(Maintenance::told, Maintenance::leftOut)
                .containsExactly(123L, 0L);
        clearInvocations(suspendConnection);
        tellAll();
        verifyNoMoreInteractions(suspendConnection);
    }

    @Test
    void goesOnWhereItWasAfterARestart() {
        announcing().announce("ada", ORDER);
        assertThat(announcing().tellNext()).isTrue();
        verify(suspendConnection, times(50)).suspendUnlessItIs(anyString(), anyString(), any());
        tellAll();
        verify(suspendConnection, times(123)).suspendUnlessItIs(anyString(), anyString(), any());
    }

    @Test
    void oneThatCannotBeToldHindersNobody() {
        when(suspendConnection.suspendUnlessItIs(eq("CCN0000100"), anyString(), any()))
                .thenThrow(new IllegalStateException("altered"));
        when(suspendConnection.suspendUnlessItIs(eq("PCN0000001"), anyString(), any()))
                .thenReturn(false);
        announcing().announce("ada", ORDER);
        tellAll();
        assertThat(kept.last().orElseThrow())
                .extracting(Maintenance::told, Maintenance::leftOut)
                .containsExactly(121L, 2L);
    }

    @Test
    void thereIsOneAtATime() {
        announcing().announce("ada", ORDER);
        assertThat(announcing().announce("bob", ORDER)).isFalse();
        clock.move(Duration.ofMinutes(2));
        SuspensionOrder next =
                new SuspensionOrder(Kind.MAINTENANCE, null, NOW.plus(Duration.ofHours(1)), "New disks again");
        assertThat(announcing().announce("bob", next)).isTrue();
    }

    @Test
    void isLiftedForEveryConnectionThatWasTold() {
        assertThat(announcing().lift("bob")).isFalse();
        announcing().announce("ada", ORDER);
        tellAll();
        assertThat(announcing().lift("bob")).isTrue();
        assertThat(announcing().lift("bob")).as("a second time").isFalse();
        tellAll();
        verify(suspendConnection, times(123)).resume(anyString(), eq("bob"), eq(SAID));
        assertThat(new MaintenanceInView(kept, clock).now().pending()).isFalse();
    }

    @Test
    void theNextOneWaitsUntilTheLiftIsThrough() {
        announcing().announce("ada", ORDER);
        tellAll();
        announcing().lift("bob");
        announcing().tellNext();
        assertThat(announcing().announce("ada", ORDER)).isFalse();
        tellAll();
        assertThat(announcing().announce("ada", ORDER)).isTrue();
    }

    @Test
    void nobodyIsToldOfWhatAnotherNodeLiftedMeanwhile() {
        when(suspendConnection.suspendUnlessItIs(eq("CCN0000100"), anyString(), any()))
                .thenAnswer(call -> announcing().lift("bob"));
        announcing().announce("ada", ORDER);
        announcing().tellNext();
        verify(suspendConnection, times(21)).suspendUnlessItIs(anyString(), anyString(), any());
        tellAll();
        verify(suspendConnection, times(123)).resume(anyString(), eq("bob"), eq(SAID));
    }

    private void tellAll() {
        AnnounceMaintenance announcing = announcing();
        int rounds = 0;
        while (announcing.tellNext()) {
            rounds++;
            assertThat(rounds).isLessThan(10);
        }
    }

    /** As after a restart. */
    private AnnounceMaintenance announcing() {
        return new AnnounceMaintenance(
                kept,
                suspendConnection,
                connections,
                new SuspensionSettings(Duration.ofDays(7), Duration.ofDays(90)),
                transaction,
                clock);
    }

    /** Kept in memory. */
    private static final class Kept implements Maintenances {

        private @Nullable Maintenance last;

        @Override
        public Optional<Maintenance> last() {
            return Optional.ofNullable(last);
        }

        @Override
        public Optional<Maintenance> lock() {
            return last();
        }

        @Override
        public void save(Maintenance maintenance) {
            last = maintenance;
        }
    }
}
