package org.serviceexchange.connection.suspension.store;

import java.time.Duration;
import org.serviceexchange.connection.suspension.MaintenanceRounds;
import org.serviceexchange.platform.store.HousekeepingTask;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Has connections told that were not yet, as after a restart, on one node and outside its transaction. */
@Configuration(proxyBeanMethods = false)
class MaintenanceHousekeeping {

    private static final Duration PAUSE = Duration.ofMinutes(1);

    @Bean
    HousekeepingTask maintenanceToBeTold(MaintenanceRounds rounds) {
        return HousekeepingTask.starting("maintenance to be told", PAUSE, rounds::start);
    }
}
