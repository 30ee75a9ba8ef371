package org.serviceexchange.connection.silence.store;

import java.time.Duration;
import org.serviceexchange.connection.silence.ReportSilence;
import org.serviceexchange.platform.store.HousekeepingTask;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Has silent connections reported, on one node. Removes nothing. */
@Configuration(proxyBeanMethods = false)
class SilenceHousekeeping {

    private static final Duration DUE = Duration.ofMinutes(10);

    @Bean
    HousekeepingTask silentConnections(ReportSilence reportSilence) {
        return HousekeepingTask.ofParts("silent connections", DUE, reportSilence::report);
    }
}
