package org.serviceexchange.consumer.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.serviceexchange.consumer.TestConnections.KEY_ID;
import static org.serviceexchange.consumer.TestConnections.NUMBER;
import static org.serviceexchange.consumer.TestConnections.PIN;
import static org.serviceexchange.consumer.TestConnections.REGISTRATION;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.serviceexchange.consumer.ProviderConnection;
import org.serviceexchange.consumer.ProviderConnections;
import org.serviceexchange.consumer.TestConnections;
import org.serviceexchange.problem.Problem;
import org.serviceexchange.problem.ProblemCode;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** Every statement, on H2 and on PostgreSQL. */
class StoredProviderConnectionsTest {

    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void startPostgres() throws IOException {
        postgres = EmbeddedPostgres.start();
    }

    @AfterAll
    static void stopPostgres() throws IOException {
        postgres.close();
    }

    static List<DataSource> databases() {
        return List.of(
                new DriverManagerDataSource("jdbc:h2:mem:connections;DB_CLOSE_DELAY=-1", "sa", ""),
                postgres.getPostgresDatabase());
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
    void findsOpenConnectionsAndThoseWithKeys(DataSource database) {
        ProviderConnections store = empty(database);
        store.add(TestConnections.opened());
        store.save(TestConnections.withKeys());
        assertThat(store.lockOpen(PIN, REGISTRATION)).isPresent();
        assertThat(store.lockOpen(PIN, "REG0009999")).isEmpty();
        assertThat(store.lockByKeyId(KEY_ID)).isPresent();
        assertThat(store.all()).hasSize(1);
        ProviderConnection closed = TestConnections.withKeys();
        closed.close("cancelled.");
        store.save(closed);
        assertThat(store.lockOpen(PIN, REGISTRATION)).isEmpty();
        assertThat(store.lockByKeyId(KEY_ID)).isEmpty();
        assertThat(store.lock(NUMBER).progress().reason()).isEqualTo("cancelled.");
    }

    @ParameterizedTest
    @MethodSource("databases")
    void refusesASecondOpenConnectionForTheSameLink(DataSource database) {
        ProviderConnections store = empty(database);
        store.add(TestConnections.opened());
        ProviderConnection first = TestConnections.opened();
        ProviderConnection second = new ProviderConnection("PCN0001002", first.invitation(), first.progress());
        assertThatThrownBy(() -> store.add(second)).isInstanceOf(ProviderConnections.AlreadyOpen.class);
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
    void notesSinceWhenItIsSomebodysTurn(DataSource database) {
        empty(database).add(TestConnections.opened());
        at(database, 60).save(TestConnections.validated());
        at(database, 120).save(TestConnections.validated());
        assertThat(turn(database)).isEqualTo("US " + TestConnections.NOW.plusSeconds(60));
        at(database, 180).save(TestConnections.claiming());
        assertThat(turn(database)).isEqualTo("SYSTEM " + TestConnections.NOW.plusSeconds(180));
    }

    private static ProviderConnections at(DataSource database, int seconds) {
        return new StoredProviderConnections(
                JdbcClient.create(database), Clock.fixed(TestConnections.NOW.plusSeconds(seconds), ZoneOffset.UTC));
    }

    private static String turn(DataSource database) {
        return JdbcClient.create(database)
                .sql("select turn, turn_since from provider_connection")
                .query((row, index) -> row.getString("turn") + " "
                        + row.getObject("turn_since", OffsetDateTime.class).toInstant())
                .single();
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
                        new ClassPathResource("db/migration/V71__connections_as_cases.sql"))
                .execute(database);
        return new StoredProviderConnections(jdbc, Clock.fixed(TestConnections.NOW, ZoneOffset.UTC));
    }
}
