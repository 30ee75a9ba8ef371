package org.serviceexchange.platform.health.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.serviceexchange.platform.health.CheckAside;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether the database can be used: it is read at each check, and written once a minute and after each failure, because
 * a full disk shows itself in writing only.
 */
@Component("databaseHealthIndicator")
class DatabaseHealth implements HealthIndicator {

    private static final Duration BETWEEN_WRITES = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final CheckAside check = new CheckAside("database", this::check);
    private Instant written = Instant.MIN;

    DatabaseHealth(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Health health() {
        return check.ask();
    }

    private Health check() {
        boolean writes = clock.instant().isAfter(written.plus(BETWEEN_WRITES));
        if (writes) {
            written = Instant.MIN;
        }
        int rows = writes
                ? jdbc.sql("update health_probe set writes = writes + 1").update()
                : jdbc.sql("select count(*) from health_probe")
                        .query(Integer.class)
                        .single();
        if (writes && rows == 1) {
            written = clock.instant();
        }
        return rows == 1 ? Health.up().build() : Health.down().build();
    }
}
