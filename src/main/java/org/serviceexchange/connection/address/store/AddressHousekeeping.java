package org.serviceexchange.connection.address.store;

import java.time.Duration;
import org.serviceexchange.connection.address.AnnounceAddress;
import org.serviceexchange.connection.address.NoticeMove;
import org.serviceexchange.platform.store.HousekeepingTask;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Notices that this instance moved, and has peers told when their time has come; they are told outside its transaction. */
@Configuration(proxyBeanMethods = false)
class AddressHousekeeping {

    private static final Duration DUE = Duration.ofSeconds(50);
    private static final Duration LATE = Duration.ofHours(1);

    /** Removes nothing. */
    @Bean
    HousekeepingTask addressAnnouncements(NoticeMove noticeMove, AnnounceAddress announceAddress) {
        return HousekeepingTask.of("announcements of the address", DUE, now -> {
            noticeMove.notice(now);
            announceAddress.start();
            return 0;
        });
    }

    @Bean
    HousekeepingTask lateAddressAnnouncements(NoticeMove noticeMove) {
        return HousekeepingTask.of("addresses of ended connections", LATE, noticeMove::planLate);
    }
}
