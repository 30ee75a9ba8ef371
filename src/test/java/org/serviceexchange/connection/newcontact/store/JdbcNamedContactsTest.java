package org.serviceexchange.connection.newcontact.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.serviceexchange.BothDatabases;
import org.serviceexchange.connection.newcontact.NamedContact;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

class JdbcNamedContactsTest {

    static List<DataSource> databases() {
        return BothDatabases.named("contacts");
    }

    @ParameterizedTest
    @MethodSource("databases")
    void keepsTheLastContactOfEachRecord(DataSource database) {
        JdbcClient jdbc = JdbcClient.create(database);
        jdbc.sql("drop table if exists connection_contact").update();
        new ResourceDatabasePopulator(new ClassPathResource("db/migration/V161__connection_contact.sql"))
                .execute(database);
        JdbcNamedContacts contacts = new JdbcNamedContacts(jdbc);
        Instant since = Instant.parse("2026-03-01T10:00:00.123Z");
        contacts.save("REG0001001", new NamedContact("Mia Keller", "Acme", since));
        contacts.save("REG0001002", new NamedContact("Noah Roth", "Globex", since));
        contacts.save("REG0001001", new NamedContact("Ada Lind", "Acme", since.plusSeconds(1)));
        assertThat(contacts.of("REG0001001")).hasValue(new NamedContact("Ada Lind", "Acme", since.plusSeconds(1)));
        assertThat(contacts.of("REG0001002")).hasValue(new NamedContact("Noah Roth", "Globex", since));
        assertThat(contacts.of("REG0001003")).isEmpty();
    }
}
