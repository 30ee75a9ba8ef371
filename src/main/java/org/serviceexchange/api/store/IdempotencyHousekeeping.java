package org.serviceexchange.api.store;

import java.time.Duration;
import org.serviceexchange.api.Idempotency;
import org.serviceexchange.api.IdempotencyRecords;
import org.serviceexchange.platform.store.HousekeepingTask;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Removes idempotency records after 24 hours. */
@Configuration(proxyBeanMethods = false)
class IdempotencyHousekeeping {

    @Bean
    HousekeepingTask idempotencyRecordHousekeeping(IdempotencyRecords records) {
        return HousekeepingTask.of(
                "idempotent_answer", Duration.ofMinutes(10), now -> records.purge(now.minus(Idempotency.KEPT)));
    }
}
