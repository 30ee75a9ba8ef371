package org.serviceexchange.kmf.health;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.serviceexchange.BothDatabases;
import org.serviceexchange.kmf.Health;
import org.serviceexchange.kmf.KmfContext;
import org.serviceexchange.kmf.KmfHealth;
import org.serviceexchange.kmf.keyring.KeyHierarchy;
import org.serviceexchange.kmf.keyring.KeyLifeCycle;
import org.serviceexchange.kmf.keyring.KeyName;
import org.serviceexchange.kmf.keyring.KeyProofs;
import org.serviceexchange.kmf.keyring.KeyRows;
import org.serviceexchange.kmf.keyring.ManyKeys;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a report, a rotation and the check of all keys take with 100,000 keys; prints the measured times. */
class KeySpeedIT {

    private static final int KEYS = 100_000;
    private static final Duration LIMIT = Duration.ofSeconds(1);

    @TempDir
    Path home;

    @Test
    void reportsAtOnceOnH2() throws Exception {
        Path folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "key-speed-");
        measure("H2", "jdbc:h2:file:" + folder.resolve("keys") + ";WRITE_DELAY=0", "sa");
    }

    @Test
    void reportsAtOnceOnPostgres() throws Exception {
        try (var connection = BothDatabases.postgres("keyspeed").getConnection()) {
            measure("PostgreSQL", connection.getMetaData().getURL(), "postgres");
        }
    }

    private void measure(String product, String url, String user) {
        try (HikariDataSource pool = new HikariDataSource()) {
            pool.setJdbcUrl(url);
            pool.setUsername(user);
            pool.setPassword("");
            measure(product, pool);
        }
    }

    private void measure(String product, DataSource database) {
        KmfContext.makeTables(database);
        try (var kmf = KmfContext.start(database, home, Clock.systemUTC())) {
            KmfHealth health = kmf.getBean(KmfHealth.class);
            Duration empty = median(health);
            ManyKeys.fill(kmf, KEYS);
            if (product.equals("PostgreSQL")) {
                JdbcClient.create(database).sql("vacuum analyze kmf_key").update();
            }
            Duration full = median(health);
            print(product, "report, 6 keys", empty);
            print(product, "report, 100,000 keys", full);
            Duration all = time(() -> examineAll(kmf));
            print(product, "every key at once, as each report did before", all);
            print(product, "check of all keys in batches", time(() -> runWholeCheck(kmf)));
            print(product, "rotation of the key encryption key", rotation(kmf));
            assertThat(full).as("a report").isLessThan(LIMIT).isLessThan(all);
        }
    }

    private static Duration median(KmfHealth health) {
        Duration[] times = new Duration[21];
        for (int i = 0; i < times.length; i++) {
            times[i] = time(() -> assertThat(health.runAgain().overall()).isEqualTo(Health.OPERATIONAL));
        }
        Arrays.sort(times);
        return times[times.length / 2];
    }

    private static void examineAll(ApplicationContext kmf) {
        KeyInventory inventory = new KeyInventory(kmf.getBean(KeyProofs.class), kmf.getBean(KeyHierarchy.class));
        String after = null;
        KeyRows rows = kmf.getBean(KeyRows.class);
        for (var page = rows.ofModulesAfter(after, 500); !page.isEmpty(); page = rows.ofModulesAfter(after, 500)) {
            inventory.examineModules(page);
            after = page.get(page.size() - 1).name().module();
        }
        assertThat(inventory.activeModuleKeys()).isEqualTo(KEYS);
    }

    private static void runWholeCheck(ApplicationContext kmf) {
        WholeKeyCheck whole = kmf.getBean(WholeKeyCheck.class);
        boolean more = true;
        while (more) {
            more = whole.examineNextBatch();
        }
        assertThat(kmf.getBean(WholeChecks.class).state().last())
                .satisfies(last -> assertThat(last.examined()).isEqualTo(KEYS))
                .satisfies(last -> assertThat(last.found()).isZero());
    }

    private static Duration rotation(ApplicationContext kmf) {
        return time(() -> kmf.getBean(KeyLifeCycle.class).rotate(KeyName.KEY_ENCRYPTION));
    }

    private static Duration time(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static void print(String product, String what, Duration taken) {
        System.out.printf("%9.1f ms  %s: %s%n", taken.toNanos() / 1e6, product, what);
    }
}
