package org.serviceexchange.center;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.serviceexchange.BothDatabases;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** The migration fills the new columns of existing rows with the values that the aggregates compute. */
class CaseMigrationTest {

    static List<DataSource> databases() {
        return BothDatabases.named("before");
    }

    @ParameterizedTest
    @MethodSource("databases")
    void fillsInWhoseTurnItIs(DataSource database) {
        run(database, "V10__instance", "V11__directory", "V50__consumer_registration", "V60__consumer");
        JdbcClient jdbc = JdbcClient.create(database);
        jdbc.sql("insert into company (id, name, name_key, active) values ('C1', 'Acme', 'acme', true)")
                .update();
        registration(jdbc, 1, "AWAITING_VALIDATION", 0);
        registration(jdbc, 2, "VALIDATION_FAILED", 0);
        registration(jdbc, 3, "OPEN", 0);
        registration(jdbc, 4, "OPEN", 5);
        registration(jdbc, 5, "CLOSED_INCOMPLETE", 5);
        connection(jdbc, 1, "VALIDATED");
        connection(jdbc, 2, "ACTIVATING");
        connection(jdbc, 3, "ONBOARDED");

        run(database, "V70__registrations_as_cases", "V71__connections_as_cases");

        assertThat(turns(jdbc, "consumer_registration"))
                .containsExactly(
                        "SYSTEM acme open ok",
                        "US acme open failed",
                        "THEM acme open ok",
                        "US acme open failed",
                        "NOBODY acme ended ok");
        assertThat(turns(jdbc, "provider_connection"))
                .containsExactly("US https://p open ok", "THEM https://p open ok", "NOBODY https://p ended ok");
    }

    private static void run(DataSource database, String... migrations) {
        new ResourceDatabasePopulator(Arrays.stream(migrations)
                        .map(name -> new ClassPathResource("db/migration/" + name + ".sql"))
                        .toArray(Resource[]::new))
                .execute(database);
    }

    private static void registration(JdbcClient jdbc, int number, String state, int failures) {
        jdbc.sql(
                        "insert into consumer_registration (number, company_id, contact_id, consumer_url, requested_by, requested_at,"
                                + " state, exchange_failures) values (?, 'C1', 'c', 'https://c', 'a', current_timestamp, ?, ?)")
                .params("REG" + number, state, failures)
                .update();
    }

    private static void connection(JdbcClient jdbc, int number, String state) {
        jdbc.sql(
                        "insert into provider_connection (number, registration, provider_url, provider_pin, opened_by, opened_at,"
                                + " link_hash, link_expires_at, state, findings, inbound_active, outbound_active) values"
                                + " (?, 'R', 'https://P', 'p', 'a', current_timestamp, 'h', current_timestamp, ?, '', false, true)")
                .params("PCN" + number, state)
                .update();
    }

    private static List<String> turns(JdbcClient jdbc, String table) {
        return jdbc.sql("select turn, name_key, ended, failed from " + table + " order by number")
                .query((row, index) -> row.getString("turn") + " " + row.getString("name_key")
                        + (row.getBoolean("ended") ? " ended" : " open")
                        + (row.getBoolean("failed") ? " failed" : " ok"))
                .list();
    }
}
