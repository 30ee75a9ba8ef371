package org.serviceexchange.connection.silence.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.serviceexchange.BothDatabases;
import org.serviceexchange.connection.silence.ReportSilence;
import org.serviceexchange.connection.suspension.Suspension;
import org.serviceexchange.journal.Author;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.notice.NoticeSettings;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.transaction.support.TransactionTemplate;

/** When people are told that the other side of a connection does not answer, with the table as it is. */
class JdbcSilentConnectionsTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    private final List<String> told = new ArrayList<>();
    private String altered = "";
    private TransactionTemplate transaction;

    static List<DataSource> databases() {
        return BothDatabases.named("silence");
    }

    @ParameterizedTest
    @MethodSource("databases")
    void saysOnceThatItIsSilentAndOnceThatItAnswersAgain(DataSource database) {
        JdbcClient jdbc = empty(database);
        ReportSilence report = report(jdbc);
        add(jdbc, "CCN1", "PROVIDER", 25, 9, false);
        add(jdbc, "PCN1", "CONSUMER", 25, 9, false);
        report.report(NOW);
        report.report(NOW);
        assertThat(told)
                .containsExactly(
                        "REG-CCN1 The other side has not answered since 28 February 2026, 09:00 UTC. Heartbeats go on; ask its"
                                + " admins, and check the network between the two instances.",
                        "PCN1 The other side has not answered since 28 February 2026, 09:00 UTC. Heartbeats go on; ask its"
                                + " admins, and check the network between the two instances.");
        told.clear();
        jdbc.sql("update heartbeat set failures = 0, proved_at = ? where module = 'PCN1'")
                .param(NOW.atOffset(ZoneOffset.UTC))
                .update();
        report.report(NOW);
        report.report(NOW);
        assertThat(told)
                .containsExactly("PCN1 The other side answers again, for the last time at 1 March 2026, 10:00 UTC.");
        report.report(NOW.plus(Duration.ofDays(2)));
        assertThat(told).as("it is asked first").hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void saysNothingOfWhatIsNotSilent(DataSource database) {
        JdbcClient jdbc = empty(database);
        add(jdbc, "CCN1", "PROVIDER", 23, 9, false);
        add(jdbc, "CCN2", "PROVIDER", 99, 2, false);
        add(jdbc, "CCN3", "PROVIDER", 99, 9, true);
        report(jdbc).report(NOW);
        assertThat(told).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void saysNothingOfAConnectionThatRests(DataSource database) {
        JdbcClient jdbc = empty(database);
        add(jdbc, "CCN1", "PROVIDER", 25, 9, false);
        Suspension rest =
                new Suspension(Suspension.Kind.MAINTENANCE, NOW.minusSeconds(60), NOW.plusSeconds(60), "New disks");
        jdbc.sql(
                        "insert into connection_suspension (connection, own, subject, kind, begins_at, ends_at, reason, said_at,"
                                + " record_version) values ('CCN1', false, 'REG-CCN1', ?, ?, ?, ?, ?, 0)")
                .params(
                        rest.kind().name(),
                        rest.from().atOffset(ZoneOffset.UTC),
                        rest.until().atOffset(ZoneOffset.UTC),
                        rest.reason(),
                        NOW.atOffset(ZoneOffset.UTC))
                .update();
        report(jdbc).report(NOW);
        assertThat(told).isEmpty();
        report(jdbc).report(NOW.plusSeconds(60));
        assertThat(told).as("it has a day to answer").isEmpty();
        report(jdbc).report(NOW.plusSeconds(60).plus(Duration.ofDays(1)));
        assertThat(told).as("after the end").hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void anAlteredJournalDoesNotHinderTheOthers(DataSource database) {
        JdbcClient jdbc = empty(database);
        add(jdbc, "CCN0", "PROVIDER", 25, 9, false);
        add(jdbc, "CCN1", "PROVIDER", 25, 9, false);
        altered = "REG-CCN0";
        report(jdbc).report(NOW);
        assertThat(told).singleElement().asString().startsWith("REG-CCN1");
        altered = "";
        report(jdbc).report(NOW);
        assertThat(told).as("what was rolled back comes again").hasSize(2);
    }

    private ReportSilence report(JdbcClient jdbc) {
        Journal journal = mock();
        doAnswer(call -> {
                    if (call.getArgument(0).equals(altered)) {
                        throw new Problem(ProblemCode.JOURNAL_ALTERED, altered);
                    }
                    return told.add(call.getArgument(0) + " "
                            + call.<LocalizedMessage>getArgument(2).inDefault());
                })
                .when(journal)
                .workNote(anyString(), any(Author.class), any(LocalizedMessage.class));
        return new ReportSilence(
                new JdbcSilentConnections(jdbc),
                new NoticeSettings(List.of(), Duration.ofDays(1)),
                journal,
                transaction);
    }

    private static void add(JdbcClient jdbc, String module, String side, int hours, int failures, boolean stopped) {
        jdbc.sql(
                        "insert into heartbeat (module, side, registration, key_id, address, next_at, proved_at, failures, stopped)"
                                + " values (?, ?, ?, 'k', 'a', ?, ?, ?, ?)")
                .params(
                        module,
                        side,
                        "REG-" + module,
                        NOW.atOffset(ZoneOffset.UTC),
                        NOW.minus(Duration.ofHours(hours)).atOffset(ZoneOffset.UTC),
                        failures,
                        stopped)
                .update();
    }

    private JdbcClient empty(DataSource database) {
        transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
        JdbcClient jdbc = JdbcClient.create(database);
        for (String table :
                List.of("heartbeat", "connection_suspension", "consumer_registration", "provider_connection")) {
            jdbc.sql("drop table if exists " + table).update();
        }
        jdbc.sql(
                        "create table consumer_registration (number varchar(15), state varchar(30), connection_number varchar(15),"
                                + " key_id varchar(64), consumer_url varchar(500))")
                .update();
        jdbc.sql("create table provider_connection (number varchar(12), state varchar(30), registration varchar(15),"
                        + " key_id varchar(43), provider_url varchar(500))")
                .update();
        new ResourceDatabasePopulator(
                        new ClassPathResource("db/migration/V117__connection_suspension.sql"),
                        new ClassPathResource("db/migration/V125__heartbeat.sql"),
                        new ClassPathResource("db/migration/V127__silent_connections.sql"))
                .execute(database);
        return jdbc;
    }
}
