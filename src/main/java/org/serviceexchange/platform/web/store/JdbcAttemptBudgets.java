package org.serviceexchange.platform.web.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.serviceexchange.platform.store.HousekeepingTask;
import org.serviceexchange.platform.web.throttle.AttemptBudgets;
import org.serviceexchange.platform.web.throttle.LoginThrottleSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Budgets in the table {@code attempt_budget}. One statement checks the pause, takes the attempt and sets the next pause. */
@Repository
class JdbcAttemptBudgets implements AttemptBudgets {

    private static final String TAKE = """
            update attempt_budget set taken = case when last_ms < :forgotten then 1 else taken + 1 end,
            free_ms = :now + case when last_ms < :forgotten then %s else %s end, last_ms = :now
            where budget = :budget and free_ms <= :now
            """;

    private static final String BEGIN =
            "insert into attempt_budget (budget, taken, last_ms, free_ms) values (:budget, 1, :now, :now + %s)";

    private static final String GIVE_BACK = """
            update attempt_budget set taken = taken - 1, free_ms = last_ms + %s
            where budget = :budget and taken > 0
            """;

    private final String take = TAKE.formatted(pause("1"), pause("(taken + 1)"));
    private final String begin = BEGIN.formatted(pause("1"));
    private final String giveBack = GIVE_BACK.formatted(pause("(taken - 1)"));
    private final JdbcClient jdbc;
    private final LoginThrottleSettings settings;

    JdbcAttemptBudgets(JdbcClient jdbc, LoginThrottleSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /** The pause after so many attempts: none for the free ones, then a second, doubled each time, up to the longest. */
    private static String pause(String attempts) {
        return "case when " + attempts + " < :free then 0 else least(:longest, cast(power(2, least(" + attempts
                + " - :free, 20)) * 1000 as bigint)) end";
    }

    @Override
    public boolean take(String budget, int free, Instant now) {
        Map<String, Object> values = Map.of(
                "budget", budget,
                "free", free,
                "longest", settings.longestPause().toMillis(),
                "now", now.toEpochMilli(),
                "forgotten", now.minus(FORGOTTEN_AFTER).toEpochMilli());
        return jdbc.sql(take).params(values).update() == 1 || begin(values);
    }

    private boolean begin(Map<String, Object> values) {
        try {
            return jdbc.sql(begin).params(values).update() == 1;
        } catch (DuplicateKeyException pausedOrJustBegun) {
            return jdbc.sql(take).params(values).update() == 1;
        }
    }

    @Override
    public void giveBack(String budget, int free) {
        jdbc.sql(giveBack)
                .param("budget", budget)
                .param("free", free)
                .param("longest", settings.longestPause().toMillis())
                .update();
    }

    @Override
    public void fill(String budget) {
        jdbc.sql("delete from attempt_budget where budget = ?").param(budget).update();
    }

    /** Budgets that are full again. */
    @Configuration(proxyBeanMethods = false)
    static class AttemptHousekeeping {

        private static final Duration INTERVAL = Duration.ofMinutes(10);

        @Bean
        HousekeepingTask attemptHousekeeping(JdbcClient jdbc) {
            return HousekeepingTask.of(
                    "attempt_budget",
                    INTERVAL,
                    now -> jdbc.sql("delete from attempt_budget where last_ms < :forgotten and free_ms <= :now")
                            .param("forgotten", now.minus(FORGOTTEN_AFTER).toEpochMilli())
                            .param("now", now.toEpochMilli())
                            .update());
        }
    }
}
