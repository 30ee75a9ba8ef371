package org.serviceexchange.platform.web.throttle;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.serviceexchange.platform.web.store.TestBudgets;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A throttle with a database of its own, in memory. */
public final class TestThrottles {

    private TestThrottles() {}

    public static Throttle of(LoginThrottleSettings settings, Clock clock) {
        var database = new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
        return new Throttle(
                settings,
                TestBudgets.in(database, settings),
                (purpose, text) -> Optional.of(UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8))
                        .toString()),
                clock);
    }
}
