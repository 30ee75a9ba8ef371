package org.serviceexchange.kmf.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.serviceexchange.MovableClock;
import org.serviceexchange.kmf.Health;
import org.serviceexchange.kmf.HealthReport;
import org.serviceexchange.kmf.KmfContext;
import org.serviceexchange.kmf.KmfHealth;
import org.serviceexchange.kmf.KmfSettings;
import org.serviceexchange.platform.store.ProtectedTables;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class DiagnosticsTest {

    @Test
    void isOperationalAfterTheFirstStart(@TempDir Path home) {
        try (var kmf =
                KmfContext.start(KmfContext.emptyDatabase("health-" + UUID.randomUUID()), home, Clock.systemUTC())) {
            KmfHealth health = kmf.getBean(KmfHealth.class);
            assertThat(health.report().components())
                    .extracting(row ->
                            row.component().inDefault() + ": " + row.message().inDefault())
                    .containsExactly(
                            "File Key Store: The key store opens and fits this database.",
                            "Instance key encryption key: The key wraps and unwraps.",
                            "Instance HMAC key: The 6 key rows of this check are as they were written.",
                            "Instance record key: The key authenticates records and refuses altered ones.",
                            "Instance signature key: The key signs and verifies.",
                            "Instance encryption key: The key opens what is sealed to it.",
                            "Instance encrypter: Version 1 is in use; all versions open what they sealed.",
                            "Module keys: The active module keys of this check unwrap (0).",
                            "Records: All 0 records of the last round are as they were written.",
                            "Random source: NativePRNG gives different draws without waiting.",
                            "Cryptographic provider: Bouncy Castle 1.87; known answers were right at start.",
                            "Clock: The clocks of machine and database agree.",
                            "Vault: Not configured.",
                            "PKI: Not configured.");
            assertThat(health.report().overall()).isEqualTo(Health.OPERATIONAL);
            assertThatCode(health::requireOperational).doesNotThrowAnyException();
        }
    }

    @Test
    void servesAReportForFifteenSecondsAtMost(@TempDir Path home) {
        MovableClock clock = MovableClock.running();
        KmfSettings settings = new KmfSettings(
                null,
                null,
                null,
                Duration.ofSeconds(15),
                Duration.ofSeconds(15),
                Duration.ofDays(1095),
                Duration.ofDays(730),
                Duration.ofDays(730));
        DataSource database = KmfContext.emptyDatabase("cache-" + UUID.randomUUID());
        try (var kmf = KmfContext.start(database, clock, home, settings)) {
            KmfHealth health = kmf.getBean(KmfHealth.class);
            HealthReport first = health.report();
            clock.set(Duration.ofSeconds(5));
            assertThat(health.report()).isSameAs(first);
            assertThat(health.runAgain()).isNotSameAs(first);
            JdbcClient.create(database)
                    .sql("update kmf_key set state = 'REVOKED', active_slot = null where purpose = 'signature'")
                    .update();
            clock.set(Duration.ofSeconds(5 + 16));
            assertThat(health.report().overall()).isEqualTo(Health.DEGRADED);
            assertThatThrownBy(health::requireOperational)
                    .hasMessageStartingWith("The key management of this instance is not operational:"
                            + " Instance HMAC key (malfunction), Instance signature key (malfunction), Clock")
                    .hasMessageEndingWith("Open Key Management, Health (Diagnostics) and repair what is not green.");
        }
    }

    /** They do not gate onboarding and are examined each minute; a finding is looked at again by every report. */
    @Test
    void examinesRecordsWhenItIsAskedToAndNotForWhoeverNeedsAReport(@TempDir Path home) {
        MovableClock clock = MovableClock.running();
        DataSource database = KmfContext.emptyDatabase("records-" + UUID.randomUUID());
        try (var kmf = KmfContext.start(database, home, clock)) {
            KmfHealth health = kmf.getBean(KmfHealth.class);
            CountedRecords records = new CountedRecords(10);
            kmf.getBean(ProtectedTables.class).add(records);
            HealthReport asked = health.runAgain();
            assertThat(records.examined).hasSize(10);
            clock.set(Duration.ofSeconds(16));
            assertThat(health.report()).isNotSameAs(asked);
            assertThat(records.examined).hasSize(10);

            records.altered.add("K3");
            assertThat(healthOfRecords(health.runAgain())).isEqualTo(Health.MALFUNCTION);
            assertThat(records.examined).hasSize(20);
            clock.set(Duration.ofSeconds(32));
            assertThat(healthOfRecords(health.report())).isEqualTo(Health.MALFUNCTION);
            records.altered.clear();
            clock.set(Duration.ofSeconds(48));
            assertThat(healthOfRecords(health.report())).isEqualTo(Health.OPERATIONAL);
        }
    }

    private static Health healthOfRecords(HealthReport report) {
        return report.components().stream()
                .filter(component -> component.component().inDefault().equals("Records"))
                .findFirst()
                .orElseThrow()
                .health();
    }

    /** A pool that is exhausted makes callers wait and then fail; this says nothing about the keys. */
    @Test
    void keepsItsReportForAWhileIfNoConnectionIsFree(@TempDir Path home) {
        MovableClock clock = MovableClock.running();
        BusyPool pool = new BusyPool(KmfContext.emptyDatabase("busy-" + UUID.randomUUID()));
        try (var kmf = KmfContext.start(pool, home, clock)) {
            KmfHealth health = kmf.getBean(KmfHealth.class);
            HealthReport before = health.runAgain();
            assertThat(before.overall()).isEqualTo(Health.OPERATIONAL);
            pool.busy = true;
            assertThat(health.runAgain()).isSameAs(before);
            assertThatCode(health::requireOperational).doesNotThrowAnyException();
            clock.set(Duration.ofMinutes(6));
            assertThat(health.runAgain().overall()).isEqualTo(Health.MALFUNCTION);
            clock.set(Duration.ZERO);
            pool.busy = false;
            health.runAgain();
            assertThat(health.runAgain().overall()).isEqualTo(Health.OPERATIONAL);
        }
    }

    /** Within a transaction the checks need no second connection, which an exhausted pool does not have. */
    @Test
    void checksWithinATransactionOnItsConnection(@TempDir Path home) {
        BusyPool pool = new BusyPool(KmfContext.emptyDatabase("second-" + UUID.randomUUID()));
        try (var kmf = KmfContext.start(pool, home, Clock.systemUTC())) {
            KmfHealth health = kmf.getBean(KmfHealth.class);
            HealthReport before = health.runAgain();
            new TransactionTemplate(kmf.getBean(PlatformTransactionManager.class)).executeWithoutResult(held -> {
                kmf.getBean(WholeChecks.class).state();
                pool.busy = true;
                HealthReport within = health.runAgain();
                assertThat(within).isNotSameAs(before);
                assertThat(within.overall()).isEqualTo(Health.OPERATIONAL);
            });
        }
    }

    /** Whoever can write one row into the database must not be able to stop everything. */
    @Test
    void namesARecordThatDoesNotStandAndLetsOnboardingGoOn(@TempDir Path home) {
        DataSource database = KmfContext.emptyDatabase("records-" + UUID.randomUUID());
        try (var kmf = KmfContext.start(database, home, Clock.systemUTC())) {
            CountedRecords records = new CountedRecords(2);
            kmf.getBean(ProtectedTables.class).add(records);
            records.altered.add("K1");
            KmfHealth health = kmf.getBean(KmfHealth.class);
            assertThat(health.runAgain().components())
                    .filteredOn(row -> row.component().inDefault().equals("Records"))
                    .extracting(row -> row.health() + ": " + row.message().inDefault())
                    .containsExactly("MALFUNCTION: Not as this application wrote it: counted K1 (altered)."
                            + " These records are refused; the others go on.");
            assertThat(health.report().overall()).isEqualTo(Health.DEGRADED);
            assertThat(health.report().gate()).isEqualTo(Health.OPERATIONAL);
            assertThatCode(health::requireOperational).doesNotThrowAnyException();
            records.altered.clear();
            assertThat(health.runAgain().overall()).isEqualTo(Health.OPERATIONAL);
        }
    }

    private static final class BusyPool extends DelegatingDataSource {

        private boolean busy;

        BusyPool(DataSource target) {
            super(target);
        }

        @Override
        public Connection getConnection() throws SQLException {
            if (busy) {
                throw new SQLTransientConnectionException("Connection is not available, request timed out");
            }
            return super.getConnection();
        }
    }
}
