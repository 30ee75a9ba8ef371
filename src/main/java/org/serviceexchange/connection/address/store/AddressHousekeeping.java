package org.serviceexchange.connection.address.store;

import java.time.Duration;
import org.serviceexchange.connection.address.AddressRounds;
import org.serviceexchange.connection.address.NoticeMove;
import org.serviceexchange.platform.store.HousekeepingTask;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Has peers told of a move, as soon as the instance has started and whenever their time has come, outside of any transaction. */
@Configuration(proxyBeanMethods = false)
class AddressHousekeeping {

    private static final Duration DUE = Duration.ofSeconds(50);
    private static final Duration LATE = Duration.ofHours(1);

    @Bean
    ApplicationListener<ApplicationReadyEvent> firstAddressAnnouncements(AddressRounds rounds) {
        return ready -> rounds.start();
    }

    @Bean
    HousekeepingTask addressAnnouncements(AddressRounds rounds) {
        return HousekeepingTask.starting("announcements of the address", DUE, rounds::start);
    }

    @Bean
    HousekeepingTask lateAddressAnnouncements(NoticeMove noticeMove) {
        return HousekeepingTask.of("addresses of ended connections", LATE, noticeMove::planLate);
    }
}
