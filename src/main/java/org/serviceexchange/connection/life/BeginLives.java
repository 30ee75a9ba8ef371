package org.serviceexchange.connection.life;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.serviceexchange.platform.store.HousekeepingTask;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Begins the process of connections that became active before there was one. After each start of the instance it goes once
 * through all connections, a few at a time, so that an upgrade with many of them is no burst of transactions.
 */
@Configuration(proxyBeanMethods = false)
class BeginLives {

    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final int AT_ONCE = 200;

    /** Greater than every number. */
    private static final String NEWEST = "ZZZ";

    private final ConnectionLookup connections;
    private final ConnectionLife life;
    private final Map<ConnectionSide, String> last = new EnumMap<>(ConnectionSide.class);

    BeginLives(ConnectionLookup connections, ConnectionLife life) {
        this.connections = connections;
        this.life = life;
        for (ConnectionSide side : ConnectionSide.values()) {
            last.put(side, NEWEST);
        }
    }

    @Bean
    HousekeepingTask connectionLifeBeginning() {
        return HousekeepingTask.of("connections without a process", PAUSE, now -> beginNext());
    }

    /** Nothing is removed, so the count is 0. */
    private synchronized int beginNext() {
        for (Map.Entry<ConnectionSide, String> reached : Map.copyOf(last).entrySet()) {
            ConnectionSide side = reached.getKey();
            List<String> next = connections.before(side, reached.getValue(), AT_ONCE);
            next.forEach(number -> connections.lock(number).ifPresent(living -> life.begin(number)));
            if (next.isEmpty()) {
                last.remove(side);
            } else {
                last.put(side, next.get(next.size() - 1));
            }
        }
        return 0;
    }
}
