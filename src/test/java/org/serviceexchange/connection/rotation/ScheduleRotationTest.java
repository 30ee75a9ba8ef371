package org.serviceexchange.connection.rotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.serviceexchange.MovableClock;
import org.serviceexchange.connection.life.ConnectionLookup;
import org.serviceexchange.connection.life.LivingConnection;
import org.serviceexchange.kmf.ModuleKey;
import org.serviceexchange.kmf.ModuleKeys;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.serviceexchange.protocol.wire.Parties;
import org.serviceexchange.protocol.wire.Party;

class ScheduleRotationTest {

    private static final Duration LIFE = Duration.ofDays(1000);

    private final MovableClock clock = MovableClock.standing();
    private final Instant made = clock.instant();
    private final ConnectionLookup connections = mock();
    private final ModuleKeys keys = mock();
    private final ScheduleRotation scheduleRotation = new ScheduleRotation(connections, keys, clock);

    @Test
    void keysAreDueAfterThreeQuartersOfTheirLife() {
        Instant due = due("PCN0001001");
        assertThat(due).isBetween(made.plus(Duration.ofDays(750)), made.plus(Duration.ofDays(800)));
        clock.move(Duration.ofDays(700));
        assertThat(due("PCN0001001")).as("the same, whenever it is asked").isEqualTo(due);
    }

    @Test
    void connectionsOfOneDayDoNotRotateInOneHour() {
        assertThat(IntStream.range(0, 100).mapToObj(at -> due("PCN%07d".formatted(at))))
                .satisfies(dues -> assertThat(dues.stream().distinct()).hasSizeGreaterThan(80));
    }

    @Test
    void overdueKeysAreTriedWithinADayButNotAtOnce() {
        clock.move(Duration.ofDays(900));
        for (int at = 0; at < 100; at++) {
            assertThat(due("PCN%07d".formatted(at)))
                    .isBetween(
                            clock.instant().plus(Duration.ofHours(1)),
                            clock.instant().plus(Duration.ofHours(25)));
        }
    }

    @Test
    void nothingIsDueForAConnectionThatDoesNotLive() {
        when(connections.find("PCN0001001")).thenReturn(Optional.empty());
        assertThat(scheduleRotation.schedule("PCN0001001")).isEmpty();
    }

    private Instant due(String number) {
        Party nobody = new Party("", new byte[0]);
        LivingConnection connection = new LivingConnection(
                number,
                number,
                ConnectionSide.CONSUMER,
                "K2",
                new Parties("REG0001001", nobody, nobody, new byte[0]),
                URI.create("https://provider.example.com"));
        when(connections.find(number)).thenReturn(Optional.of(connection));
        when(keys.describe(number))
                .thenReturn(List.of(
                        new ModuleKey("consumer-to-provider", "K3", false, made.plusSeconds(9), made),
                        new ModuleKey("consumer-to-provider", "K2", true, made, made.plus(LIFE)),
                        new ModuleKey("provider-to-consumer", "K2", true, made.minusSeconds(9), made)));
        return scheduleRotation.schedule(number).orElseThrow();
    }
}
