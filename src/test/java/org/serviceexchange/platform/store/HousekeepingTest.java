package org.serviceexchange.platform.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.serviceexchange.BothDatabases;
import org.serviceexchange.MovableClock;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

@ExtendWith(OutputCaptureExtension.class)
class HousekeepingTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private final MovableClock clock = MovableClock.standing();
    private final List<String> done = new ArrayList<>();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    static List<DataSource> databases() {
        return BothDatabases.named("housekeeping");
    }

    @ParameterizedTest
    @MethodSource("databases")
    void isDoneByOneNodeInEachInterval(DataSource database) {
        empty(database);
        Housekeeping first = node(database, task("first"));
        Housekeeping second = node(database, task("second"));
        first.run();
        second.run();
        assertThat(done).as("an interval has to pass after the first start").isEmpty();
        clock.move(HOUR);
        second.run();
        first.run();
        assertThat(done).containsExactly("second");
        clock.move(HOUR);
        first.run();
        second.run();
        assertThat(done).containsExactly("second", "first");
    }

    @ParameterizedTest
    @MethodSource("databases")
    void reportsWhatItRemovedAndCountsIt(DataSource database, CapturedOutput output) {
        empty(database);
        Housekeeping node = node(database, task("rows"), HousekeepingTask.of("nothing", HOUR, now -> 0));
        node.run();
        clock.move(HOUR);
        node.run();
        assertThat(output).contains("Housekeeping removed rows that are no longer needed: rows 3.");
        assertThat(meters.counter("service-exchange.housekeeping.removed", "rows", "rows")
                        .count())
                .isEqualTo(3);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void isNotHinderedByATaskThatFails(DataSource database, CapturedOutput output) {
        empty(database);
        JdbcClient jdbc = JdbcClient.create(database);
        HousekeepingTask failing = HousekeepingTask.of("broken", HOUR, now -> {
            jdbc.sql("delete from housekeeping").update();
            throw new IllegalStateException("broken");
        });
        Housekeeping node = node(database, failing, task("rows"));
        node.run();
        clock.move(HOUR);
        node.run();
        assertThat(done).containsExactly("rows");
        assertThat(output).contains("Housekeeping of broken failed and is repeated after PT1H.");
        assertThat(jdbc.sql("select count(*) from housekeeping")
                        .query(Integer.class)
                        .single())
                .as("what the failed task did is rolled back")
                .isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void leavesTransactionsToATaskThatWorksInParts(DataSource database) {
        empty(database);
        Housekeeping node = node(
                database,
                HousekeepingTask.ofParts(
                        "parts",
                        HOUR,
                        now -> done.add("open: " + TransactionSynchronizationManager.isActualTransactionActive())));
        node.run();
        clock.move(HOUR);
        node.run();
        assertThat(done).containsExactly("open: false");
    }

    private HousekeepingTask task(String name) {
        return HousekeepingTask.of(name.equals("rows") ? "rows" : "shared", HOUR, now -> {
            done.add(name);
            return 3;
        });
    }

    private Housekeeping node(DataSource database, HousekeepingTask... tasks) {
        return new Housekeeping(
                List.of(tasks),
                new HousekeepingTurns(JdbcClient.create(database)),
                new TransactionTemplate(new JdbcTransactionManager(database)),
                meters,
                clock);
    }

    private static void empty(DataSource database) {
        new ResourceDatabasePopulator(new ByteArrayResource(
                        ("drop table if exists housekeeping; create table housekeeping (task varchar(60) not null primary key,"
                                        + " taken_at timestamp(6) with time zone not null)")
                                .getBytes(StandardCharsets.UTF_8)))
                .execute(database);
    }
}
