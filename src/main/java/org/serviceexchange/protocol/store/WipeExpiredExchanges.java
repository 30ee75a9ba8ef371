package org.serviceexchange.protocol.store;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.serviceexchange.protocol.handshake.KeyExchangeServer;
import org.serviceexchange.protocol.handshake.ReceivedExchanges;
import org.serviceexchange.protocol.handshake.StartedExchanges;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Deletes the secrets of exchanges that were not finished in time. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class WipeExpiredExchanges {

    private final ReceivedExchanges received;
    private final StartedExchanges started;
    private final Clock clock;

    WipeExpiredExchanges(ReceivedExchanges received, StartedExchanges started, Clock clock) {
        this.received = received;
        this.started = started;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 5, fixedDelay = 5, timeUnit = TimeUnit.MINUTES)
    void wipe() {
        Instant startedBefore = clock.instant().minus(KeyExchangeServer.LIFE);
        received.expire(startedBefore);
        started.expire(startedBefore);
    }
}
