package org.serviceexchange.journal.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.serviceexchange.BothDatabases;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.journal.Receipt;
import org.serviceexchange.journal.SealedEntry;
import org.serviceexchange.kmf.primitive.Thumbprint;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Problem;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

class ReceiptsTest {

    private static final String SUBJECT = "REG0001001";
    private static final LocalizedMessage NOTE = LocalizedMessage.of("consumer.note.keysAgreed");
    private static final byte[] KEY = {1, 2};

    static List<DataSource> databases() {
        List<DataSource> databases = BothDatabases.named("receipts");
        databases.forEach(ReceiptsTest::empty);
        return databases;
    }

    @ParameterizedTest
    @MethodSource("databases")
    void comeBackWithTheirEntry(DataSource database) {
        Journal journal = journal(JdbcClient.create(database));
        journal.workNote(SUBJECT, Journal.SYSTEM, NOTE);
        journal.workNote(
                SUBJECT,
                Journal.SYSTEM,
                NOTE,
                List.of(
                        Receipt.signed("m1", false, KEY, bytes("first")),
                        Receipt.unsigned("m3", true, bytes("third"))));
        List<SealedEntry> sealed = journal.sealed(SUBJECT, 1, 10);
        assertThat(sealed).hasSize(1);
        List<Receipt> receipts = sealed.get(0).receipts();
        assertThat(receipts).extracting(Receipt::payloadType).containsExactly("m1", "m3");
        assertThat(receipts).extracting(Receipt::own).containsExactly(false, true);
        assertThat(receipts.get(0).signatureKey()).isEqualTo(KEY);
        assertThat(receipts.get(0).message()).isEqualTo(bytes("first"));
        assertThat(receipts.get(1).hash()).isEqualTo(Thumbprint.of(bytes("third")));
        assertThat(journal.sealed(SUBJECT, 0, 1).get(0).receipts()).isEmpty();
        journal.verify(SUBJECT);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void cannotBeExchangedUnnoticed(DataSource database) {
        JdbcClient jdbc = JdbcClient.create(database);
        Journal journal = journal(jdbc);
        journal.workNote(SUBJECT, Journal.SYSTEM, NOTE, List.of(Receipt.unsigned("m3", true, bytes("third"))));
        jdbc.sql("update journal_entry set receipts = ?")
                .param(Thumbprint.of(bytes("other")))
                .update();
        assertThatThrownBy(() -> journal.verify(SUBJECT)).isInstanceOf(Problem.class);
        assertThat(journal.sealed(SUBJECT, 0, 9).get(0).receipts())
                .as("what is kept is not what the entry names")
                .extracting(Receipt::message)
                .containsOnlyNulls();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void areKeptAsHashesOnceThereAreMany(DataSource database) {
        Journal journal = journal(JdbcClient.create(database));
        for (int number = 0; number < 201; number++) {
            journal.workNote(
                    SUBJECT, Journal.SYSTEM, NOTE, List.of(Receipt.unsigned("m3", true, bytes("message " + number))));
        }
        assertThat(journal.sealed(SUBJECT, 199, 1).get(0).receipts().get(0).message())
                .isEqualTo(bytes("message 199"));
        Receipt last = journal.sealed(SUBJECT, 200, 1).get(0).receipts().get(0);
        assertThat(last.message()).isNull();
        assertThat(last.hash()).isEqualTo(Thumbprint.of(bytes("message 200")));
        assertThat(Receipt.unsigned("m3", true, new byte[15 * 1024]).message()).isNull();
    }

    private static void empty(DataSource database) {
        new ResourceDatabasePopulator(
                        new ByteArrayResource(
                                "drop table if exists journal_entry, journal_end, journal_receipt".getBytes(UTF_8)),
                        new ClassPathResource("db/migration/V30__journal.sql"),
                        new ClassPathResource("db/migration/V31__journal_phrases.sql"),
                        new ClassPathResource("db/migration/V112__journal_author_kind.sql"),
                        new ClassPathResource("db/migration/V140__journal_receipt.sql"))
                .execute(database);
    }

    private static Journal journal(JdbcClient jdbc) {
        return new ChainedJournal(
                new JournalTable(jdbc),
                new ReceiptTable(jdbc),
                (purpose, value) -> Thumbprint.of((purpose + value).getBytes(UTF_8)),
                event -> {},
                Clock.systemUTC());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
