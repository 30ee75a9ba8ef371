package org.serviceexchange.notice.store;

import java.time.Duration;
import org.serviceexchange.notice.NoticeOutbox;
import org.serviceexchange.notice.NoticeRounds;
import org.serviceexchange.platform.store.HousekeepingTask;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Has notices sent, on one node, and removes old ones. */
@Configuration(proxyBeanMethods = false)
class NoticeHousekeeping {

    private static final Duration DUE = Duration.ofSeconds(50);
    private static final Duration KEPT = Duration.ofDays(30);

    @Bean
    HousekeepingTask dueNotices(NoticeRounds rounds) {
        return HousekeepingTask.starting("due notices", DUE, rounds::start);
    }

    @Bean
    HousekeepingTask oldNotices(NoticeOutbox outbox) {
        return HousekeepingTask.of("notice_line", Duration.ofDays(1), now -> outbox.purge(now.minus(KEPT)));
    }
}
