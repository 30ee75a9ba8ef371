package org.serviceexchange.api.store;

import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.serviceexchange.api.Idempotency;
import org.serviceexchange.api.IdempotencyRecords;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Deletes idempotency records after 24 hours. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class PurgeIdempotencyRecords {

    private final IdempotencyRecords records;
    private final Clock clock;

    PurgeIdempotencyRecords(IdempotencyRecords records, Clock clock) {
        this.records = records;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
    void purge() {
        records.purge(clock.instant().minus(Idempotency.KEPT));
    }
}
