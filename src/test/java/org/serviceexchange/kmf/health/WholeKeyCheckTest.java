package org.serviceexchange.kmf.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.serviceexchange.BothDatabases;
import org.serviceexchange.MovableClock;
import org.serviceexchange.kmf.Health;
import org.serviceexchange.kmf.HealthReport;
import org.serviceexchange.kmf.KmfContext;
import org.serviceexchange.kmf.KmfHealth;
import org.serviceexchange.kmf.keyring.ManyKeys;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The round of the reports and the check of all keys, with more keys than one report or one batch examines. */
class WholeKeyCheckTest {

    private static final int CONNECTIONS = 700;
    private static final String LAST = ManyKeys.module(CONNECTIONS);

    @TempDir
    Path home;

    MovableClock clock = MovableClock.standingAt(Instant.parse("2026-11-23T12:00:00Z"));
    DataSource database;
    JdbcClient jdbc;
    AnnotationConfigApplicationContext kmf;

    static List<String> products() {
        return List.of("H2", "PostgreSQL");
    }

    @AfterEach
    void stop() {
        kmf.close();
        jdbc.sql("drop table kmf_key").update();
        jdbc.sql("drop table kmf_instance").update();
        jdbc.sql("drop table kmf_whole_check").update();
        jdbc.sql("drop table kmf_suspect").update();
    }

    @ParameterizedTest
    @MethodSource("products")
    void aFindingOfTheRoundStaysUntilItIsRepaired(String product) {
        start(product);
        alter(LAST);
        int reports = 1;
        while (hmacKey().health() == Health.OPERATIONAL) {
            reports++;
        }
        assertThat(reports)
                .as("reports of one round")
                .isBetween(CONNECTIONS / KeySample.ROWS, CONNECTIONS / KeySample.ROWS + 2);
        for (int i = 0; i < 3; i++) {
            assertThat(hmacKey().message().inDefault())
                    .isEqualTo(
                            "Changed outside this application: " + LAST + " inbound. Restore the rows from a backup.");
        }
        repair(LAST);
        assertThat(hmacKey().health()).isEqualTo(Health.OPERATIONAL);
    }

    @ParameterizedTest
    @MethodSource("products")
    void theWholeCheckFindsWhatTheRoundHasNotReached(String product) {
        start(product);
        alter(LAST);
        WholeKeyCheck whole = kmf.getBean(WholeKeyCheck.class);
        WholeChecks checks = kmf.getBean(WholeChecks.class);
        assertThat(whole.examineNextBatch()).isTrue();
        assertThat(checks.state())
                .isEqualTo(new WholeCheck(clock.instant(), ManyKeys.module(499), CONNECTIONS, 499, 0, null));

        kmf.close();
        kmf = KmfContext.start(database, home, clock);
        checks = kmf.getBean(WholeChecks.class);
        whole = kmf.getBean(WholeKeyCheck.class);
        Instant began = clock.instant();
        clock.move(Duration.ofMinutes(1));
        assertThat(whole.examineNextBatch()).as("goes on after a restart").isTrue();
        assertThat(whole.examineNextBatch()).isFalse();
        assertThat(checks.state())
                .isEqualTo(new WholeCheck(
                        null, null, 0, 0, 0, new WholeCheck.Result(began, clock.instant(), CONNECTIONS, 1)));
        assertThat(checks.suspects(5)).containsExactly(LAST);
        assertThat(hmacKey().health()).as("the first report of a new round").isEqualTo(Health.MALFUNCTION);
        assertThat(hmacKey().health()).isEqualTo(Health.MALFUNCTION);

        whole.forgetRepaired();
        assertThat(checks.suspects(5)).containsExactly(LAST);
        repair(LAST);
        assertThat(hmacKey().health()).isEqualTo(Health.OPERATIONAL);
        whole.forgetRepaired();
        assertThat(checks.suspects(5)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("products")
    void runsOnceANightAndForgetsWhatWasRepaired(String product) {
        start(product);
        alter(ManyKeys.module(1));
        runToTheEnd();
        assertThat(last().found()).isEqualTo(1);
        Instant first = last().startedAt();
        assertThat(kmf.getBean(WholeKeyCheck.class).examineNextBatch()).isFalse();
        clock.move(Duration.ofHours(12));
        assertThat(kmf.getBean(WholeKeyCheck.class).examineNextBatch())
                .as("at midnight, before 1 o'clock")
                .isFalse();
        repair(ManyKeys.module(1));
        clock.move(Duration.ofHours(2));
        runToTheEnd();
        assertThat(last().startedAt()).isEqualTo(first.plus(Duration.ofHours(14)));
        assertThat(last().found()).isZero();
        assertThat(kmf.getBean(WholeChecks.class).suspects(5)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("products")
    void leavesTheCheckToTheNodeThatWorksOnIt(String product) {
        start(product);
        TransactionTemplate otherNode = new TransactionTemplate(kmf.getBean(PlatformTransactionManager.class));
        otherNode.executeWithoutResult(held -> {
            assertThat(kmf.getBean(WholeChecks.class).lock()).isPresent();
            assertThat(CompletableFuture.supplyAsync(
                                    () -> kmf.getBean(WholeKeyCheck.class).examineNextBatch())
                            .join())
                    .isFalse();
        });
        assertThat(kmf.getBean(WholeChecks.class).state().startedAt()).isNull();
    }

    private void start(String product) {
        database =
                product.equals("H2") ? BothDatabases.named("wholecheck").get(0) : BothDatabases.postgres("wholecheck");
        jdbc = JdbcClient.create(database);
        KmfContext.makeTables(database);
        kmf = KmfContext.start(database, home, clock);
        ManyKeys.fill(kmf, CONNECTIONS);
    }

    private void runToTheEnd() {
        int batches = 0;
        while (kmf.getBean(WholeKeyCheck.class).examineNextBatch()) {
            batches++;
        }
        assertThat(batches).isEqualTo(2);
    }

    private WholeCheck.Result last() {
        return kmf.getBean(WholeChecks.class).state().last();
    }

    private HealthReport.ComponentHealth hmacKey() {
        return kmf.getBean(KmfHealth.class).runAgain().components().stream()
                .filter(component -> component.component().inDefault().equals("Instance HMAC key"))
                .findFirst()
                .orElseThrow();
    }

    private void alter(String module) {
        jdbc.sql("update kmf_key set version = 7 where module = ?")
                .param(module)
                .update();
    }

    private void repair(String module) {
        jdbc.sql("update kmf_key set version = 1 where module = ?")
                .param(module)
                .update();
    }
}
