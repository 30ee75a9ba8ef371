package org.serviceexchange.account.store;

import java.time.Duration;
import org.serviceexchange.account.PasswordLinkRows;
import org.serviceexchange.platform.store.HousekeepingTask;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Removes password links that have expired. */
@Configuration(proxyBeanMethods = false)
class PasswordLinkHousekeeping {

    @Bean
    HousekeepingTask expiredPasswordLinks(PasswordLinkRows rows) {
        return HousekeepingTask.of("password_link", Duration.ofHours(1), rows::purge);
    }
}
