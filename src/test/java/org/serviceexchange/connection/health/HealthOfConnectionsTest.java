package org.serviceexchange.connection.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.serviceexchange.connection.heartbeat.HeartbeatSettings;
import org.serviceexchange.protocol.wire.ConnectionSide;

/** Pages of the connections that an issue touches, some of which end between the two statements that read them. */
class HealthOfConnectionsTest {

    private static final List<String> NUMBERS = List.of("CCN0000001", "CCN0000002", "CCN0000003", "CCN0000004");

    private final List<String> living = new ArrayList<>(NUMBERS);
    private final ConnectionIssues issues = mock();
    private final HealthOfConnections health = new HealthOfConnections(
            issues,
            mock(),
            new HeartbeatSettings(Duration.ofMinutes(5), 100, Duration.ofSeconds(2)),
            mock(),
            mock(),
            mock(),
            mock(),
            Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));

    @BeforeEach
    void issuesOfWhatLives() {
        when(issues.touched(any(), any(), anyString(), anyInt()))
                .thenAnswer(call -> NUMBERS.stream()
                        .filter(number -> number.compareTo(call.getArgument(2)) > 0)
                        .limit(call.<Integer>getArgument(3))
                        .toList());
        when(issues.of(any(), any()))
                .thenAnswer(call -> call.<Collection<String>>getArgument(0).stream()
                        .filter(living::contains)
                        .map(number -> new TouchedConnection(
                                number, number, ConnectionSide.CONSUMER, List.of(ConnectionIssue.DOWN), null))
                        .toList());
    }

    @Test
    void leadsToTheEnd() {
        assertThat(pages()).containsExactly(List.of("CCN0000001", "CCN0000002"), List.of("CCN0000003", "CCN0000004"));
    }

    @Test
    void leadsOnAlthoughTheLastOnesOfAPageHaveJustEnded() {
        living.removeAll(List.of("CCN0000001", "CCN0000002"));
        assertThat(pages()).containsExactly(List.of(), List.of("CCN0000003", "CCN0000004"));
    }

    @Test
    void leadsOnAlthoughTheFirstOneOfTheNextPageHasJustEnded() {
        living.remove("CCN0000003");
        assertThat(pages()).containsExactly(List.of("CCN0000001", "CCN0000002"), List.of("CCN0000004"));
    }

    private List<List<String>> pages() {
        List<List<String>> pages = new ArrayList<>();
        String after = "";
        while (after != null) {
            TouchedPage page = health.touched(ConnectionIssue.DOWN, after, 2);
            pages.add(page.connections().stream().map(TouchedConnection::number).toList());
            after = page.last();
        }
        return pages;
    }
}
