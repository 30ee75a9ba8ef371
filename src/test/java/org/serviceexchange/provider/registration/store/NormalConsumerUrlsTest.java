package org.serviceexchange.provider.registration.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.serviceexchange.BothDatabases;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** Registrations of earlier versions keep working: their addresses are found in the form in which they are compared. */
class NormalConsumerUrlsTest {

    static List<DataSource> databases() {
        return BothDatabases.named("urls");
    }

    @ParameterizedTest
    @MethodSource("databases")
    void spellsEarlierAddressesInTheNormalForm(DataSource database) throws SQLException {
        new ResourceDatabasePopulator(
                        new ClassPathResource("db/migration/V10__instance.sql"),
                        new ClassPathResource("db/migration/V11__directory.sql"),
                        new ClassPathResource("db/migration/V50__consumer_registration.sql"))
                .execute(database);
        JdbcClient jdbc = JdbcClient.create(database);
        add(jdbc, "REG0001001", "https://one.example.", true);
        add(jdbc, "REG0001002", "https://two.example", true);
        add(jdbc, "REG0001003", "https://two.example.", true);
        add(jdbc, "REG0001004", "https://three.example:443/", false);
        add(jdbc, "REG0001005", "https://four.example:99999", true);

        try (Connection connection = database.getConnection()) {
            NormalConsumerUrls.normalize(connection);
        }
        assertThat(jdbc.sql("select consumer_url from consumer_registration order by number")
                        .query(String.class)
                        .list())
                .containsExactly(
                        "https://one.example",
                        "https://two.example",
                        "https://two.example.",
                        "https://three.example",
                        "https://four.example:99999");
        assertThat(occupies(jdbc, "REG0001001")).isEqualTo("C1 https://one.example");
        assertThat(occupies(jdbc, "REG0001003")).isEqualTo("C1 https://two.example.");
        assertThat(occupies(jdbc, "REG0001004")).isNull();
    }

    private static @Nullable String occupies(JdbcClient jdbc, String number) {
        return (String) jdbc.sql("select occupies from consumer_registration where number = ?")
                .param(number)
                .query()
                .singleRow()
                .get("occupies");
    }

    private static void add(JdbcClient jdbc, String number, String url, boolean open) {
        jdbc.sql("insert into consumer_registration (number, company_id, contact_id, consumer_url, requested_by,"
                        + " requested_at, state, exchange_failures, occupies)"
                        + " values (?, 'C1', 'c', ?, 'a', current_timestamp, ?, 0, ?)")
                .params(number, url, open ? "OPEN" : "CLOSED_INCOMPLETE", open ? "C1 " + url : null)
                .update();
    }
}
