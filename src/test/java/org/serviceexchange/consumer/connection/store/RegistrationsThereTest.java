package org.serviceexchange.consumer.connection.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.serviceexchange.journal.Author;
import org.serviceexchange.journal.JournalEntryAppended;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Under which number the provider knows a connection. */
class RegistrationsThereTest {

    private final DataSource source = new DriverManagerDataSource("jdbc:h2:mem:registrationsthere;DB_CLOSE_DELAY=-1");
    private final JdbcClient jdbc = JdbcClient.create(source);
    private final TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(source));
    private final RegistrationsThere there = new RegistrationsThere(jdbc);

    @Test
    void isToldByTheFirstEntryOfANewConnectionWithoutAskingTheDatabase() {
        jdbc.sql("drop table if exists provider_connection").update();
        assertThat(there.of(entry("PCN1", "consumer.note.linkOpened", "REG1", "https://p.example.com")))
                .contains("REG1");
        assertThat(there.of(entry("PCN1", "consumer.note.cancelled"))).contains("REG1");
        assertThat(there.of(entry("REG7", "provider.note.cancelled"))).isEmpty();
    }

    @Test
    void isForgottenWhenTheConnectionWasNotOpenedAfterAll() {
        jdbc.sql("create table if not exists provider_connection (number varchar(12), registration varchar(15))")
                .update();
        transaction.executeWithoutResult(status -> {
            assertThat(there.of(entry("PCN4", "consumer.note.linkOpened", "REG4", "https://p.example.com")))
                    .contains("REG4");
            status.setRollbackOnly();
        });
        assertThat(there.of(entry("PCN4", "consumer.note.cancelled"))).isEmpty();

        transaction.executeWithoutResult(
                status -> there.of(entry("PCN4", "consumer.note.linkOpened", "REG5", "https://p.example.com")));
        assertThat(there.of(entry("PCN4", "consumer.note.cancelled"))).contains("REG5");
    }

    @Test
    void isReadOnceOfAnEarlierConnection() {
        jdbc.sql("create table if not exists provider_connection (number varchar(12), registration varchar(15))")
                .update();
        jdbc.sql("insert into provider_connection values ('PCN2', 'REG2')").update();
        assertThat(there.of(entry("PCN2", "consumer.note.cancelled"))).contains("REG2");
        jdbc.sql("delete from provider_connection").update();
        assertThat(there.of(entry("PCN2", "consumer.note.cancelled"))).contains("REG2");
        assertThat(there.of(entry("PCN3", "consumer.note.cancelled"))).isEmpty();
    }

    private static JournalEntryAppended entry(String number, String key, Object... arguments) {
        return new JournalEntryAppended(
                number, Author.SYSTEM, LocalizedMessage.of(key, arguments), Instant.parse("2026-03-01T10:00:00Z"));
    }
}
