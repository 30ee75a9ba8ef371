package org.serviceexchange.protocol.store;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.serviceexchange.platform.store.HousekeepingTask;
import org.serviceexchange.protocol.handshake.KeyExchangeServer;
import org.serviceexchange.protocol.handshake.ReceivedExchanges;
import org.serviceexchange.protocol.handshake.StartedExchanges;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Removes what is left of exchanges, probes and locks. */
@Configuration(proxyBeanMethods = false)
class ExchangeHousekeeping {

    /** Longer than any link can be used, so that whoever still exchanges keys finds what was answered. */
    static final Duration EXCHANGES_KEPT = Duration.ofDays(400);

    /** The keys of an ended connection never come back; a day leaves no doubt that nothing is under way. */
    static final Duration PROBES_KEPT = Duration.ofDays(1);

    private static final Duration OFTEN = Duration.ofMinutes(5);
    private static final Duration DAILY = Duration.ofDays(1);

    private final JdbcClient jdbc;

    ExchangeHousekeeping(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Secrets first: they go as soon as their exchange can no longer be finished. */
    @Bean
    HousekeepingTask exchangeSecretHousekeeping(ReceivedExchanges received, StartedExchanges started) {
        return HousekeepingTask.of("secrets of exchanges", OFTEN, now -> {
            Instant startedBefore = now.minus(KeyExchangeServer.LIFE);
            return received.expire(startedBefore) + started.expire(startedBefore);
        });
    }

    @Bean
    HousekeepingTask receivedExchangeHousekeeping() {
        return HousekeepingTask.of("received_exchange", DAILY, now -> olderExchanges("received_exchange", now));
    }

    @Bean
    HousekeepingTask startedExchangeHousekeeping() {
        return HousekeepingTask.of("started_exchange", DAILY, now -> olderExchanges("started_exchange", now));
    }

    @Bean
    HousekeepingTask probeCounterHousekeeping() {
        return HousekeepingTask.of("probe_counter", DAILY, now -> ofDestroyedKeys("probe_counter", now));
    }

    @Bean
    HousekeepingTask answeredProbeHousekeeping() {
        return HousekeepingTask.of("answered_probe", DAILY, now -> ofDestroyedKeys("answered_probe", now));
    }

    /** A lock that nobody holds is needed by nobody: {@link ExchangeLocks} makes it again. */
    @Bean
    HousekeepingTask exchangeLockHousekeeping() {
        return HousekeepingTask.of(
                "exchange_lock",
                DAILY,
                now ->
                        jdbc
                                .sql("select name from exchange_lock for update skip locked")
                                .query(String.class)
                                .list()
                                .stream()
                                .mapToInt(name -> jdbc.sql("delete from exchange_lock where name = ?")
                                        .param(name)
                                        .update())
                                .sum());
    }

    private int olderExchanges(String table, Instant now) {
        return jdbc.sql("delete from " + table + " where started_at < ?")
                .param(now.minus(EXCHANGES_KEPT).atOffset(ZoneOffset.UTC))
                .update();
    }

    /** A counter is an IV of its key, so it stays for as long as there is any other key of the connection. */
    private int ofDestroyedKeys(String table, Instant now) {
        return jdbc.sql("delete from " + table + " where module in (select module from kmf_key group by module"
                        + " having max(case when state = 'DESTROYED' then 0 else 1 end) = 0 and max(state_since) < ?)")
                .param(now.minus(PROBES_KEPT).atOffset(ZoneOffset.UTC))
                .update();
    }
}
