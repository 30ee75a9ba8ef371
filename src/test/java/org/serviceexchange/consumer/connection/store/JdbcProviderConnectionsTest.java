package org.serviceexchange.consumer.connection.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.serviceexchange.consumer.TestConnections.KEY_ID;
import static org.serviceexchange.consumer.TestConnections.NOW;
import static org.serviceexchange.consumer.TestConnections.NUMBER;
import static org.serviceexchange.consumer.TestConnections.PIN;
import static org.serviceexchange.consumer.TestConnections.REGISTRATION;

import java.net.URI;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.serviceexchange.BothDatabases;
import org.serviceexchange.approval.Approval;
import org.serviceexchange.approval.Approval.Given;
import org.serviceexchange.approval.ApprovalPlace;
import org.serviceexchange.approval.Approvals;
import org.serviceexchange.center.CaseProgress;
import org.serviceexchange.consumer.TestConnections;
import org.serviceexchange.consumer.connection.ConnectionSnapshot;
import org.serviceexchange.consumer.connection.ConnectionState;
import org.serviceexchange.consumer.connection.Invitation;
import org.serviceexchange.consumer.connection.ProviderConnection;
import org.serviceexchange.consumer.connection.ProviderConnectionPages;
import org.serviceexchange.consumer.connection.ProviderConnections;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.store.TestTables;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** Every statement, on H2 and on PostgreSQL. */
class JdbcProviderConnectionsTest {

    private static List<String> told = new ArrayList<>();

    static List<DataSource> databases() {
        return BothDatabases.named("connections");
    }

    @ParameterizedTest
    @MethodSource("databases")
    void keepsEveryStateOfAConnection(DataSource database) {
        ProviderConnections store = empty(database);
        ProviderConnection connection = TestConnections.opened();
        store.add(connection);
        keeps(store, connection);
        connection.checked(List.of(new Problem(ProblemCode.KMF_NOT_OPERATIONAL, "Clock").finding()));
        keeps(store, connection);
        for (ProviderConnection later :
                List.of(TestConnections.claiming(), TestConnections.authenticated(), TestConnections.withKeys())) {
            keeps(store, later);
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void keepsApprovals(DataSource database) {
        ProviderConnections store = empty(database);
        ProviderConnection connection = TestConnections.opened();
        store.add(connection);
        Approval officer = Approval.required("userTask_officer", "Officer", "OK?", ApprovalPlace.CLAIM, true);
        connection.approvals(none -> none.asked(officer, TestConnections.NOW)
                .given("userTask_officer", new Given("sara", TestConnections.NOW, "because"), "ada"));
        keeps(store, connection);
        assertThat(store.lock(NUMBER).snapshot().progress().approvals())
                .isEqualTo(connection.snapshot().progress().approvals());
    }

    @ParameterizedTest
    @MethodSource("databases")
    void findsOpenConnectionsAndThoseWithKeys(DataSource database) {
        ProviderConnections store = empty(database);
        store.add(TestConnections.opened());
        store.save(TestConnections.withKeys());
        assertThat(store.lockOpen(PIN, REGISTRATION)).isPresent();
        assertThat(store.lockOpen(PIN, "REG0009999")).isEmpty();
        assertThat(store.lockByKeyId(KEY_ID)).isPresent();
        assertThat(numbers(database)).containsExactly(NUMBER);
        ProviderConnection closed = TestConnections.withKeys();
        closed.close(LocalizedMessage.of("consumer.reason.cancelled"));
        store.save(closed);
        assertThat(store.lockOpen(PIN, REGISTRATION)).isEmpty();
        assertThat(store.lockByKeyId(KEY_ID)).isEmpty();
        assertThat(store.lock(NUMBER).snapshot().reason()).isEqualTo(LocalizedMessage.of("consumer.reason.cancelled"));
    }

    @ParameterizedTest
    @MethodSource("databases")
    void readsAReasonThatAnEarlierReleaseKept(DataSource database) {
        ProviderConnections store = empty(database);
        ProviderConnection closed = TestConnections.opened();
        store.add(closed);
        closed.close(LocalizedMessage.of("consumer.reason.cancelled"));
        store.save(closed);
        JdbcClient.create(database)
                .sql("update provider_connection set reason = 'expired. Nobody finished the connection in time.'")
                .update();
        TestTables.sealAnew(database, "provider_connection");
        assertThat(store.lock(NUMBER).snapshot().reason().in(Locale.GERMAN))
                .isEqualTo("expired. Nobody finished the connection in time.");
    }

    @ParameterizedTest
    @MethodSource("databases")
    void keepsTheLongestReason(DataSource database) {
        ProviderConnections store = empty(database);
        ProviderConnection closed = TestConnections.opened();
        store.add(closed);
        closed.close(LocalizedMessage.of(
                "consumer.reason.refused",
                LocalizedMessage.of(
                        "consumer.withCode",
                        new Problem(ProblemCode.PROVIDER_PIN_DIFFERS, "h".repeat(500)).message(),
                        "SX-6002")));
        keeps(store, closed);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void refusesASecondOpenConnectionForTheSameLink(DataSource database) {
        ProviderConnections store = empty(database);
        store.add(TestConnections.opened());
        ProviderConnection first = TestConnections.opened();
        Invitation invitation =
                new Invitation("PCN0001002", REGISTRATION, URI.create(TestConnections.BASE), PIN, "ada", NOW);
        ProviderConnection second = TestConnections.like(first, invitation);
        assertThatThrownBy(() -> store.add(second)).isInstanceOf(DuplicateKeyException.class);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void saysThatANumberIsUnknown(DataSource database) {
        ProviderConnections store = empty(database);
        assertThatThrownBy(() -> store.lock("PCN0009999"))
                .isInstanceOf(Problem.class)
                .hasMessageStartingWith("There is no provider connection PCN0009999.");
    }

    @ParameterizedTest
    @MethodSource("databases")
    void leadsFromTheNewestToTheOldest(DataSource database) {
        ProviderConnections store = empty(database);
        for (int i = 1; i <= 3; i++) {
            ProviderConnection model = TestConnections.opened();
            Invitation invitation =
                    new Invitation("PCN000100" + i, "REG000200" + i, URI.create("https://p.example"), PIN, "ada", NOW);
            store.add(TestConnections.like(model, invitation));
        }
        ProviderConnection second = store.lock("PCN0001002");
        second.close(LocalizedMessage.of("consumer.reason.cancelled"));
        store.save(second);
        var pages = (ProviderConnectionPages) store;
        assertThat(pages.connections(null, "ZZZ", 2))
                .extracting(ProviderConnection::number)
                .containsExactly("PCN0001003", "PCN0001002");
        assertThat(pages.connections(ConnectionState.AWAITING_VALIDATION, "PCN0001003", 9))
                .extracting(ProviderConnection::number)
                .containsExactly("PCN0001001");
    }

    /** An altered one is nobody's successor and nobody's predecessor, and does not stand in the way of the others. */
    @ParameterizedTest
    @MethodSource("databases")
    void findsWhatItsProviderHasLostInTheOrderOfTheNumbersWithoutAlteredOnes(DataSource database) {
        ProviderConnections store = empty(database);
        for (int i : List.of(3, 1, 2, 4, 5)) {
            ProviderConnection onboarded = onboarded("PCN000100" + i, i == 5 ? "another pin" : PIN);
            store.add(onboarded);
            if (i != 4) {
                onboarded.warned(LocalizedMessage.of("consumer.reason.lostAtProvider"));
                store.save(onboarded);
            }
        }
        JdbcClient.create(database)
                .sql("update provider_connection set opened_by = 'mallory' where number = 'PCN0001002'")
                .update();
        assertThat(store.lost(PIN)).extracting(ProviderConnection::number).containsExactly("PCN0001001", "PCN0001003");
        assertThat(store.lost("unknown")).isEmpty();
    }

    private static ProviderConnection onboarded(String number, String pin) {
        ConnectionSnapshot like = TestConnections.claimed().snapshot();
        var invitation = new Invitation(number, "REG" + number, URI.create(TestConnections.BASE), pin, "ada", NOW);
        var progress = new CaseProgress<ConnectionState, LocalizedMessage>(
                ConnectionState.ONBOARDED, null, List.of(), Approvals.NONE);
        return ProviderConnection.of(
                new ConnectionSnapshot(invitation, progress, like.link(), like.claim(), null, null));
    }

    @ParameterizedTest
    @MethodSource("databases")
    void notesSinceWhenItIsSomebodysTurn(DataSource database) {
        empty(database).add(TestConnections.opened());
        at(database, 60).save(TestConnections.validated());
        at(database, 120).save(TestConnections.validated());
        assertThat(pendingOn(database)).isEqualTo("US " + TestConnections.NOW.plusSeconds(60));
        at(database, 180).save(TestConnections.claiming());
        assertThat(pendingOn(database)).isEqualTo("SYSTEM " + TestConnections.NOW.plusSeconds(180));
    }

    private static ProviderConnections at(DataSource database, int seconds) {
        return new JdbcProviderConnections(
                JdbcClient.create(database),
                TestTables.of(database),
                (side, number) -> told.add(side + " " + number),
                Clock.fixed(TestConnections.NOW.plusSeconds(seconds), ZoneOffset.UTC));
    }

    private static String pendingOn(DataSource database) {
        return JdbcClient.create(database)
                .sql("select turn, turn_since from provider_connection")
                .query((row, index) -> row.getString("turn") + " "
                        + row.getObject("turn_since", OffsetDateTime.class).toInstant())
                .single();
    }

    private static List<String> numbers(DataSource database) {
        return JdbcClient.create(database)
                .sql("select number from provider_connection")
                .query(String.class)
                .list();
    }

    private static void keeps(ProviderConnections store, ProviderConnection connection) {
        store.save(connection);
        assertThat(store.find(NUMBER).orElseThrow()).usingRecursiveComparison().isEqualTo(connection);
    }

    private static ProviderConnections empty(DataSource database) {
        JdbcClient jdbc = JdbcClient.create(database);
        jdbc.sql("drop table if exists provider_connection").update();
        new ResourceDatabasePopulator(
                        new ClassPathResource("db/migration/V60__consumer.sql"),
                        new ClassPathResource("db/migration/V71__connections_as_cases.sql"),
                        new ClassPathResource("db/migration/V73__connection_reason_as_phrase.sql"),
                        new ClassPathResource("db/migration/V121__connection_state.sql"),
                        new ClassPathResource("db/migration/V190__connection_approvals.sql"))
                .execute(database);
        return new JdbcProviderConnections(
                jdbc,
                TestTables.empty(database),
                (side, number) -> told.add(side + " " + number),
                Clock.fixed(TestConnections.NOW, ZoneOffset.UTC));
    }
}
