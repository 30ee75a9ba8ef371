package org.serviceexchange.connection.rotation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.serviceexchange.platform.store.HousekeepingTask;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Destroys replaced keys once no message under them can be under way any more. */
@Configuration(proxyBeanMethods = false)
class RetireKeys {

    private static final Duration OFTEN = Duration.ofMinutes(10);
    private static final int AT_ONCE = 500;

    private final KeySets sets;
    private final NewKeys newKeys;

    RetireKeys(KeySets sets, NewKeys newKeys) {
        this.sets = sets;
        this.newKeys = newKeys;
    }

    @Bean
    HousekeepingTask retiredKeysHousekeeping() {
        return HousekeepingTask.of("connection_key_set", OFTEN, this::retire);
    }

    private int retire(Instant now) {
        List<KeySet> retired = sets.retired(now, AT_ONCE);
        retired.forEach(newKeys::drop);
        return retired.size();
    }
}
