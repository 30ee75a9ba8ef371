package org.serviceexchange.workshop.move.store;

import java.time.Duration;
import org.serviceexchange.platform.store.HousekeepingTask;
import org.serviceexchange.workshop.move.MoveWaves;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Has moves go on every minute, on one node and outside of its transaction. */
@Configuration(proxyBeanMethods = false)
class MoveHousekeeping {

    private static final Duration PAUSE = Duration.ofMinutes(1);

    @Bean
    HousekeepingTask moves(MoveWaves waves) {
        return HousekeepingTask.starting("moves", PAUSE, waves::start);
    }
}
