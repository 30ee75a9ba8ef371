package org.serviceexchange.provider.authorization.store;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.serviceexchange.provider.authorization.Grants;
import org.serviceexchange.provider.authorization.UsedAssertions;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Deletes grants and assertions that can no longer be used. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class PurgeGrants {

    private final Grants grants;
    private final UsedAssertions assertions;
    private final Clock clock;

    PurgeGrants(Grants grants, UsedAssertions assertions, Clock clock) {
        this.grants = grants;
        this.assertions = assertions;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
    void purge() {
        Instant now = clock.instant();
        grants.purge(now);
        assertions.purge(now);
    }
}
