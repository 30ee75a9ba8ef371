package org.serviceexchange.provider.authorization.store;

import java.time.Duration;
import org.serviceexchange.platform.store.HousekeepingTask;
import org.serviceexchange.provider.authorization.Grants;
import org.serviceexchange.provider.authorization.UsedAssertions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Removes grants and assertions that can no longer be used. */
@Configuration(proxyBeanMethods = false)
class AuthorizationHousekeeping {

    private static final Duration INTERVAL = Duration.ofMinutes(10);

    @Bean
    HousekeepingTask grantHousekeeping(Grants grants) {
        return HousekeepingTask.of("oauth_grant", INTERVAL, grants::purge);
    }

    @Bean
    HousekeepingTask assertionHousekeeping(UsedAssertions assertions) {
        return HousekeepingTask.of("oauth_assertion", INTERVAL, assertions::purge);
    }
}
