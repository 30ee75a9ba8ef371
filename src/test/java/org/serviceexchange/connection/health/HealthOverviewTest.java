package org.serviceexchange.connection.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.serviceexchange.connection.health.ConnectionIssues.Counted;
import org.serviceexchange.connection.health.HealthOverview.Issue;
import org.serviceexchange.connection.health.HealthOverview.OfInstance;

class HealthOverviewTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    @Test
    void theWholeIsTheAverageLessWhatIsWrongWithTheInstance() {
        List<Counted> counted = List.of(
                new Counted(ConnectionIssue.SLOW, null, 100),
                new Counted(ConnectionIssue.DOWN, "SX-4001", 30),
                new Counted(ConnectionIssue.DOWN, "SX-4002", 20));
        HealthOverview well = HealthOverview.of(1000, counted, List.of(), NOW);
        assertThat(well.score()).isEqualTo(96);
        assertThat(well.issues())
                .containsExactly(
                        new Issue(ConnectionIssue.DOWN, 50, Map.of("SX-4001", 30L, "SX-4002", 20L)),
                        new Issue(ConnectionIssue.SLOW, 100, Map.of()));
        HealthOverview less = HealthOverview.of(1000, counted, List.of(new OfInstance(InstanceIssue.RECORDS, 3)), NOW);
        assertThat(less.score()).isEqualTo(86);
    }

    @Test
    void oneHundredMeansThatNothingIsWrong() {
        assertThat(HealthOverview.of(0, List.of(), List.of(), NOW).score()).isEqualTo(100);
        assertThat(HealthOverview.of(100_000, List.of(), List.of(), NOW).score())
                .isEqualTo(100);
        List<Counted> one = List.of(new Counted(ConnectionIssue.CLOCK, null, 1));
        assertThat(HealthOverview.of(100_000, one, List.of(), NOW).score()).isEqualTo(99);
    }

    @Test
    void noConnectionCanLoseMoreThanAll() {
        int worst = most(ConnectionIssue.STOPPED, ConnectionIssue.SLOW)
                + ConnectionIssue.CLOCK.points()
                + most(ConnectionIssue.KEYS_EXPIRED, ConnectionIssue.KEYS_OLD)
                + ConnectionIssue.STEP.points();
        assertThat(worst).isBetween(90, 100);
    }

    private static int most(ConnectionIssue first, ConnectionIssue last) {
        return Arrays.stream(ConnectionIssue.values())
                .filter(issue -> issue.compareTo(first) >= 0 && issue.compareTo(last) <= 0)
                .mapToInt(ConnectionIssue::points)
                .max()
                .orElseThrow();
    }
}
