package org.serviceexchange.provider.registration.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.serviceexchange.BothDatabases;
import org.serviceexchange.platform.store.TestTables;
import org.serviceexchange.provider.TestRegistrations;
import org.serviceexchange.provider.registration.ClosingReason;
import org.serviceexchange.provider.registration.Decision;
import org.serviceexchange.provider.registration.Registration;
import org.serviceexchange.provider.registration.RegistrationPages;
import org.serviceexchange.provider.registration.RegistrationRequest;
import org.serviceexchange.provider.registration.RegistrationState;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** Pagination of registrations, on H2 and on PostgreSQL. */
class JdbcRegistrationPagesTest {

    private static final Resource[] MIGRATIONS = Stream.of(
                    "V10__instance",
                    "V11__directory",
                    "V50__consumer_registration",
                    "V70__registrations_as_cases",
                    "V120__registration_state",
                    "V145__link_unsent",
                    "V170__registration_approvals")
            .map(name -> new ClassPathResource("db/migration/" + name + ".sql"))
            .toArray(Resource[]::new);

    static List<DataSource> databases() {
        return BothDatabases.named("pages");
    }

    @ParameterizedTest
    @MethodSource("databases")
    void leadsFromTheNewestToTheOldest(DataSource database) {
        RegistrationPages pages = fiveRegistrations(database);
        assertThat(pages.registrations(null, "ZZZ", 2))
                .extracting(Registration::number)
                .containsExactly("REG0001005", "REG0001004");
        assertThat(pages.registrations(null, "REG0001004", 9))
                .extracting(Registration::number)
                .containsExactly("REG0001003", "REG0001002", "REG0001001");
        assertThat(pages.registrations(RegistrationState.CLOSED_INCOMPLETE, "ZZZ", 9))
                .extracting(Registration::number)
                .containsExactly("REG0001002");
    }

    @ParameterizedTest
    @MethodSource("databases")
    void listsConnectionsOfBothKinds(DataSource database) {
        RegistrationPages pages = fiveRegistrations(database);
        assertThat(pages.connected(null, "ZZZ", 9))
                .extracting(Registration::number)
                .containsExactly("REG0001003", "REG0001004");
        assertThat(pages.connected(RegistrationState.CLOSED_COMPLETE, "ZZZ", 9))
                .extracting(Registration::number)
                .containsExactly("REG0001004");
        assertThat(pages.connected(RegistrationState.OPEN, "ZZZ", 9))
                .extracting(Registration::number)
                .containsExactly("REG0001003");
        assertThat(pages.connected(null, "CCN0001002", 9))
                .extracting(Registration::number)
                .containsExactly("REG0001004");
        assertThat(pages.ofConnection("CCN0001002")).map(Registration::number).hasValue("REG0001003");
        assertThat(pages.ofConnection("CCN0001009")).isEmpty();
    }

    /** The second is cancelled, the third has keys, the fourth is connected and has a smaller connection number. */
    private static RegistrationPages fiveRegistrations(DataSource database) {
        JdbcClient jdbc = JdbcClient.create(database);
        for (String table : List.of("consumer_registration", "provider_record", "contact", "company", "number_range")) {
            jdbc.sql("drop table if exists " + table).update();
        }
        new ResourceDatabasePopulator(MIGRATIONS).execute(database);
        JdbcRegistrations store =
                new JdbcRegistrations(jdbc, TestTables.empty(database), (side, number) -> {}, Clock.systemUTC());
        IntStream.rangeClosed(1, 5).forEach(i -> {
            Registration one = registration(i);
            if (i == 2) {
                one.close(ClosingReason.CANCELLED);
            }
            if (i == 3 || i == 4) {
                connected(one, i == 3 ? "CCN0001002" : "CCN0001001", i == 4);
            }
            store.add(one);
        });
        return store;
    }

    private static Registration registration(int index) {
        Registration one = Registration.requested(new RegistrationRequest(
                "REG000100" + index,
                "acme",
                TestRegistrations.CONTACT,
                "https://c" + index + ".example.com",
                "paula",
                TestRegistrations.NOW));
        one.checked(List.of());
        one.open(TestRegistrations.link("hash" + index));
        return one;
    }

    private static void connected(Registration one, String connection, boolean active) {
        Decision contact = new Decision(TestRegistrations.CONTACT, TestRegistrations.NOW);
        one.claimed(
                TestRegistrations.claim("thumbprint " + connection),
                one.request().consumerUrl(),
                TestRegistrations.NOW);
        one.contactMatched(contact);
        one.consented(contact);
        one.keysAgreed(connection, "key " + connection);
        if (active) {
            one.probeReceived("key " + connection, TestRegistrations.NOW);
            one.probeSent("key " + connection, TestRegistrations.NOW);
            one.activate();
        }
    }
}
