package org.serviceexchange.platform.web.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.serviceexchange.AtOnce;
import org.serviceexchange.BothDatabases;
import org.serviceexchange.platform.web.throttle.AttemptBudgets;
import org.serviceexchange.platform.web.throttle.LoginThrottleSettings;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What every node finds in the database, alike on H2 and PostgreSQL. */
class JdbcAttemptBudgetsTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final LoginThrottleSettings SETTINGS = new LoginThrottleSettings(3, 20, Duration.ofMinutes(1));

    static List<DataSource> databases() {
        return BothDatabases.named("attempt_budgets");
    }

    @ParameterizedTest
    @MethodSource("databases")
    void areSharedByNodes(DataSource database) {
        AttemptBudgets one = TestBudgets.in(database, SETTINGS);
        AttemptBudgets other = new JdbcAttemptBudgets(JdbcClient.create(database), SETTINGS);
        assertThat(one.take("a", 3, NOW)).isTrue();
        assertThat(other.take("a", 3, NOW)).isTrue();
        assertThat(one.take("a", 3, NOW)).isTrue();
        assertThat(other.take("a", 3, NOW.plusMillis(999))).isFalse();
        assertThat(other.take("b", 3, NOW)).isTrue();
        assertThat(other.take("a", 3, NOW.plusSeconds(1))).isTrue();
        assertThat(one.take("a", 3, NOW.plusMillis(2_999))).as("pauses double").isFalse();
        one.giveBack("a", 3);
        assertThat(other.take("a", 3, NOW.plusSeconds(2))).isTrue();
        one.fill("a");
        assertThat(other.take("a", 3, NOW.plusSeconds(2))).isTrue();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void pauseUpToTheLongestAndForgetLater(DataSource database) {
        AttemptBudgets budgets = TestBudgets.in(database, SETTINGS);
        Instant now = NOW;
        for (int attempt = 0; attempt < 40; attempt++) {
            now = now.plus(Duration.ofMinutes(1));
            assertThat(budgets.take("a", 3, now)).isTrue();
        }
        assertThat(budgets.take("a", 3, now.plusMillis(59_999))).isFalse();
        var housekeeping =
                new JdbcAttemptBudgets.AttemptHousekeeping().attemptHousekeeping(JdbcClient.create(database));
        assertThat(housekeeping.run(now.plus(Duration.ofMinutes(15)))).isZero();
        Instant later = now.plus(Duration.ofMinutes(15)).plusMillis(1);
        for (int attempt = 0; attempt < 3; attempt++) {
            assertThat(budgets.take("a", 3, later)).isTrue();
        }
        assertThat(budgets.take("a", 3, later)).isFalse();
        assertThat(housekeeping.run(later.plus(Duration.ofMinutes(16)))).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void giveNoMoreAtOnceThanThereAre(DataSource database) throws InterruptedException {
        AttemptBudgets budgets = TestBudgets.in(database, SETTINGS);
        assertThat(AtOnce.failures(() -> {
                    assertThat(budgets.take("a", 1, NOW)).isTrue();
                    return null;
                }))
                .hasSize(AtOnce.allButOne());
    }
}
