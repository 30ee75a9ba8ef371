package org.serviceexchange.platform.session.store;

import java.time.Duration;
import java.time.ZoneOffset;
import org.serviceexchange.platform.store.HousekeepingTask;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Removes sessions that have expired; until then nobody can use them any longer. */
@Configuration(proxyBeanMethods = false)
class SessionHousekeeping {

    private static final Duration INTERVAL = Duration.ofMinutes(10);

    @Bean
    HousekeepingTask browserSessionHousekeeping(JdbcClient jdbc) {
        return HousekeepingTask.of(
                "browser_session",
                INTERVAL,
                now -> jdbc.sql("delete from browser_session where expires_at <= ?")
                        .param(now.atOffset(ZoneOffset.UTC))
                        .update());
    }
}
