package org.serviceexchange.connection.signature.store;

import java.time.Duration;
import org.serviceexchange.connection.signature.KeyRounds;
import org.serviceexchange.connection.signature.PlanKeyAnnouncements;
import org.serviceexchange.platform.store.HousekeepingTask;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Has peers told of a new signature key whenever their time has come, outside of any transaction. */
@Configuration(proxyBeanMethods = false)
class KeyAnnouncementHousekeeping {

    private static final Duration DUE = Duration.ofSeconds(50);
    private static final Duration ENDED = Duration.ofHours(1);

    @Bean
    HousekeepingTask signatureKeyAnnouncements(KeyRounds rounds) {
        return HousekeepingTask.starting("announcements of the signature key", DUE, rounds::start);
    }

    @Bean
    HousekeepingTask endedKeyAnnouncements(PlanKeyAnnouncements plan) {
        return HousekeepingTask.of("signature keys of ended records", ENDED, now -> plan.removeEnded());
    }
}
