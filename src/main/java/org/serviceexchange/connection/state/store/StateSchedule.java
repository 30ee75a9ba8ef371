package org.serviceexchange.connection.state.store;

import java.util.concurrent.TimeUnit;
import org.serviceexchange.connection.state.PeerQuestions;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Looks every ten seconds for questions to peers that are due, so that the first pauses, from 20 seconds on, are as short as
 * they say; the nodes of an instance share them.
 */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class StateSchedule {

    private final PeerQuestions questions;

    StateSchedule(PeerQuestions questions) {
        this.questions = questions;
    }

    @Scheduled(initialDelay = 10, fixedDelay = 10, timeUnit = TimeUnit.SECONDS)
    void run() {
        questions.askDue();
    }
}
