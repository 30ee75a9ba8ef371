package org.serviceexchange.kmf.health;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.kmf.keyring.KeyRows;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Checks that this machine's clock agrees with the database's clock and does not run backwards. */
@Component
@Order(100)
class ClockCheck implements HealthCheck {

    private static final Duration GOOD = Duration.ofSeconds(2);
    private static final Duration BEARABLE = Duration.ofSeconds(10);

    private final KeyRows rows;
    private final Clock clock;
    private @Nullable Instant last;
    private Duration lastDifference = Duration.ZERO;

    ClockCheck(KeyRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    public String component() {
        return "clock";
    }

    /** Within a transaction, in which the time of the database cannot be asked, the last finding stands. */
    @Override
    public synchronized HealthFinding check(KeyInventory keys) {
        Instant before = clock.instant();
        Optional<Instant> database = rows.databaseTime();
        Instant after = clock.instant();
        Duration back = last == null ? Duration.ZERO : positive(Duration.between(before, last));
        last = after;
        Duration difference = database.map(
                        time -> positive(Duration.between(time, before)).plus(positive(Duration.between(after, time))))
                .orElse(lastDifference);
        lastDifference = difference;
        return back.compareTo(difference) > 0 ? finding(back, "clockWentBack") : finding(difference, "clocksDiffer");
    }

    private static HealthFinding finding(Duration difference, String what) {
        long seconds = difference.toSeconds();
        if (difference.compareTo(BEARABLE) > 0) {
            return HealthFinding.malfunction(what, seconds);
        }
        return difference.compareTo(GOOD) > 0
                ? HealthFinding.degraded(what, seconds)
                : HealthFinding.operational("clocksAgree");
    }

    private static Duration positive(Duration duration) {
        return duration.isNegative() ? Duration.ZERO : duration;
    }
}
