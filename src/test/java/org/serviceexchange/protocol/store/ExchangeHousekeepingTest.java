package org.serviceexchange.protocol.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.serviceexchange.BothDatabases;
import org.serviceexchange.platform.store.HousekeepingTask;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What goes of exchanges, probes and locks, and what stays, on H2 and on PostgreSQL. */
class ExchangeHousekeepingTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    static List<DataSource> databases() {
        return BothDatabases.named("exchange_housekeeping");
    }

    @ParameterizedTest
    @MethodSource("databases")
    void removesExchangesThatNoLinkCanStillNeed(DataSource database) {
        JdbcClient jdbc = empty(database);
        Instant last = NOW.minus(ExchangeHousekeeping.EXCHANGES_KEPT);
        received(jdbc, "kept", last);
        received(jdbc, "gone", last.minusSeconds(1));
        started(jdbc, "kept", last);
        started(jdbc, "gone", last.minusSeconds(1));
        ExchangeHousekeeping housekeeping = new ExchangeHousekeeping(jdbc);
        assertThat(housekeeping.receivedExchangeHousekeeping().run(NOW)).isEqualTo(1);
        assertThat(housekeeping.startedExchangeHousekeeping().run(NOW)).isEqualTo(1);
        assertThat(names(jdbc, "registration", "received_exchange")).containsExactly("kept");
        assertThat(names(jdbc, "registration", "started_exchange")).containsExactly("kept");
    }

    @ParameterizedTest
    @MethodSource("databases")
    void removesCountersWithTheLastKeyOfTheirConnection(DataSource database) {
        JdbcClient jdbc = empty(database);
        Instant last = NOW.minus(ExchangeHousekeeping.PROBES_KEPT);
        for (String module : List.of("active", "rotated", "closed", "closing", "keyless")) {
            jdbc.sql("insert into probe_counter values (?, 'key', 7)")
                    .param(module)
                    .update();
            jdbc.sql("insert into answered_probe values (?, 'key', 7, ?, ?)")
                    .params(module, new byte[1], new byte[1])
                    .update();
        }
        key(jdbc, "active", 1, "ACTIVE", last.minusSeconds(1));
        key(jdbc, "rotated", 1, "DESTROYED", last.minusSeconds(1));
        key(jdbc, "rotated", 2, "GENERATED", last.minusSeconds(1));
        key(jdbc, "closed", 1, "DESTROYED", last.minusSeconds(1));
        key(jdbc, "closing", 1, "DESTROYED", last);
        ExchangeHousekeeping housekeeping = new ExchangeHousekeeping(jdbc);
        for (HousekeepingTask task :
                List.of(housekeeping.probeCounterHousekeeping(), housekeeping.answeredProbeHousekeeping())) {
            assertThat(task.run(NOW)).isEqualTo(1);
            assertThat(names(jdbc, "module", task.name())).containsExactly("active", "closing", "keyless", "rotated");
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void removesLocksThatNobodyHolds(DataSource database) {
        JdbcClient jdbc = empty(database);
        TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(database));
        ExchangeLocks locks = new ExchangeLocks(jdbc, new RowOnce(jdbc));
        HousekeepingTask housekeeping = new ExchangeHousekeeping(jdbc).exchangeLockHousekeeping();
        jdbc.sql("insert into exchange_lock values ('held'), ('free')").update();
        var other = new TransactionTemplate(new JdbcTransactionManager(database));
        other.setPropagationBehavior(TransactionTemplate.PROPAGATION_REQUIRES_NEW);
        transaction.executeWithoutResult(holding -> {
            locks.lock("held");
            assertThat(Optional.ofNullable(apart(() -> other.execute(status -> housekeeping.run(NOW)))))
                    .contains(1);
        });
        assertThat(names(jdbc, "name", "exchange_lock")).containsExactly("held");
        transaction.executeWithoutResult(status -> locks.lock("free"));
        assertThat(names(jdbc, "name", "exchange_lock")).containsExactly("free", "held");
    }

    /** In a thread of its own, and so on a connection of its own. */
    private static <T> T apart(Supplier<T> action) {
        return CompletableFuture.supplyAsync(action).join();
    }

    private static void received(JdbcClient jdbc, String registration, Instant at) {
        jdbc.sql(
                        "insert into received_exchange (registration, exchange_id, m1_hash, m2, started_at) values (?, 'e', ?, ?, ?)")
                .params(registration, new byte[1], new byte[1], at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static void started(JdbcClient jdbc, String registration, Instant at) {
        jdbc.sql(
                        "insert into started_exchange (provider, registration, exchange_id, token_hash, m1, sealed_secret, started_at)"
                                + " values ('p', ?, 'e', ?, ?, ?, ?)")
                .params(registration, new byte[1], new byte[1], new byte[1], at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static void key(JdbcClient jdbc, String module, int version, String state, Instant since) {
        jdbc.sql("insert into kmf_key (module, version, state, state_since) values (?, ?, ?, ?)")
                .params(module, version, state, since.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static List<String> names(JdbcClient jdbc, String column, String table) {
        return jdbc.sql("select " + column + " from " + table + " order by " + column)
                .query(String.class)
                .list();
    }

    /** Of the keys only what decides. */
    private static JdbcClient empty(DataSource database) {
        String drop =
                "drop table if exists exchange_lock, received_exchange, started_exchange, probe_counter, answered_probe,"
                        + " kmf_key; create table kmf_key (module varchar(64), version integer, state varchar(12),"
                        + " state_since timestamp(6) with time zone)";
        new ResourceDatabasePopulator(
                        new ByteArrayResource(drop.getBytes(StandardCharsets.UTF_8)),
                        new ClassPathResource("db/migration/V40__exchange.sql"),
                        new ClassPathResource("db/migration/V141__exchange_messages.sql"))
                .execute(database);
        return JdbcClient.create(database);
    }
}
