package org.serviceexchange.connection.heartbeat;

import java.util.concurrent.TimeUnit;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Looks every ten seconds for heartbeats that are due; the nodes of an instance share them. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class HeartbeatSchedule {

    private final HeartbeatBatches batches;

    HeartbeatSchedule(HeartbeatBatches batches) {
        this.batches = batches;
    }

    @Scheduled(initialDelay = 20, fixedDelay = 10, timeUnit = TimeUnit.SECONDS)
    void run() {
        batches.start();
    }
}
