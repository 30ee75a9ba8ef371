package org.serviceexchange.connection.state.store;

import java.time.Duration;
import org.serviceexchange.connection.state.PeerQuestions;
import org.serviceexchange.platform.store.HousekeepingTask;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Has the peers of all records asked now and then, on one node; the questions themselves are asked outside its transaction. */
@Configuration(proxyBeanMethods = false)
class InquiryHousekeeping {

    private static final Duration IN_PROGRESS = Duration.ofMinutes(10);
    private static final Duration LIVE = Duration.ofDays(1);

    @Bean
    HousekeepingTask questionsInProgress(PeerQuestions questions) {
        return HousekeepingTask.starting("questions of open records", IN_PROGRESS, questions::askInProgress);
    }

    @Bean
    HousekeepingTask questionsOfLiveConnections(PeerQuestions questions) {
        return HousekeepingTask.starting("questions of live connections", LIVE, questions::askLive);
    }
}
