package org.serviceexchange.journal.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.serviceexchange.Guarantee;
import org.serviceexchange.journal.Author;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.journal.JournalEntry;
import org.serviceexchange.journal.JournalEntry.Kind;
import org.serviceexchange.journal.Note;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.store.RecordFinding;
import org.serviceexchange.platform.store.TestTables;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabase;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseBuilder;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseType;

class ChainedJournalTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.123456789Z");

    private static final String SUBJECT_OF_END = "REG0007001";

    private EmbeddedDatabase database;
    private JdbcClient jdbc;
    private Journal journal;

    @BeforeEach
    void open() {
        database = new EmbeddedDatabaseBuilder()
                .generateUniqueName(true)
                .setType(EmbeddedDatabaseType.H2)
                .addScript("db/migration/V30__journal.sql")
                .addScript("db/migration/V31__journal_phrases.sql")
                .addScript("db/migration/V112__journal_author_kind.sql")
                .addScript("db/migration/V140__journal_receipt.sql")
                .build();
        jdbc = JdbcClient.create(database);
        journal = new ChainedJournal(
                new JournalTable(jdbc),
                new ReceiptTable(jdbc),
                ChainedJournalTest::hash,
                event -> {},
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @AfterEach
    void close() {
        database.shutdown();
    }

    @Test
    void countsEntriesAndKeepsRemarksByTheirKind() {
        assertThat(journal.count("REG0001001")).isZero();
        journal.add("REG0001001", "abel", new Note(Kind.COMMENT, "Hello"));
        journal.add("REG0001001", "abel", new Note(Kind.WORK_NOTE, "Called Abel."));
        assertThat(journal.count("REG0001001")).isEqualTo(2);
        assertThat(journal.entries("REG0001001"))
                .extracting(JournalEntry::kind, JournalEntry::text)
                .containsExactly(tuple(Kind.COMMENT, "Hello"), tuple(Kind.WORK_NOTE, "Called Abel."));
    }

    @Test
    void readsTheLatestEntriesAlone() {
        for (int number = 1; number <= 5; number++) {
            journal.workNote("REG0001001", Journal.SYSTEM, "Note " + number);
        }
        journal.workNote("REG0001002", Journal.SYSTEM, "Another registration.");
        jdbc.sql("update journal_entry set phrase = 'unreadable' where entry_number < 4")
                .update();
        assertThat(journal.latest("REG0001001", 2))
                .extracting(JournalEntry::text)
                .containsExactly("Note 5", "Note 4");
        assertThat(journal.latest("REG0001001", 1))
                .extracting(JournalEntry::text)
                .containsExactly("Note 5");
        assertThat(journal.latest("REG0001003", 1)).isEmpty();
    }

    @Test
    void keepsEntriesInOrder() {
        journal.workNote("REG0001001", Journal.SYSTEM, "The link was made.");
        journal.comment("REG0001001", Author.of("abel"), "Grüße, 你好");
        journal.workNote("REG0001002", Journal.SYSTEM, "Another registration.");
        Instant at = Instant.parse("2026-01-02T03:04:05.123456Z");
        assertThat(journal.entries("REG0001001"))
                .containsExactly(
                        new JournalEntry(Kind.WORK_NOTE, Author.SYSTEM, "The link was made.", null, at),
                        new JournalEntry(Kind.COMMENT, Author.of("abel"), "Grüße, 你好", null, at));
    }

    @Test
    void tellsTheSystemFromAUserOfItsName() {
        journal.add("REG0001001", "system", new Note(Kind.COMMENT, "I am the system."));
        journal.workNote("REG0001001", Journal.SYSTEM, "The link was made.");
        assertThat(journal.entries("REG0001001"))
                .extracting(JournalEntry::author)
                .containsExactly(new Author(Author.Kind.USER, "system"), Author.SYSTEM);
        journal.verify("REG0001001");
    }

    /** The hashes of landed entries cover the author as one text; both forms stand in one chain. */
    @Test
    void goesOnWithEntriesOfEarlierVersions() {
        for (String author : List.of("system", "service:crm", "abel")) {
            landed(author);
        }
        journal.workNote("REG0001001", "service:crm", LocalizedMessage.of("provider.note.requested", "x"));
        assertThat(journal.entries("REG0001001"))
                .extracting(JournalEntry::author)
                .containsExactly(
                        Author.SYSTEM,
                        new Author(Author.Kind.SERVICE, "crm"),
                        Author.of("abel"),
                        new Author(Author.Kind.SERVICE, "crm"));
        journal.verify("REG0001001");
    }

    private void landed(String author) {
        journal.workNote("REG0001001", Journal.SYSTEM, "Before.");
        long number = journal.count("REG0001001");
        jdbc.sql("update journal_entry set author_kind = null, author = ? where entry_number = ?")
                .params(author, number)
                .update();
        Chain chain = new Chain(ChainedJournalTest::hash);
        var entry = journal.entries("REG0001001").get((int) number - 1);
        String before = number == 1
                ? Chain.START
                : jdbc.sql("select entry_hash from journal_entry where entry_number = ?")
                        .param(number - 1)
                        .query(String.class)
                        .single();
        String hash = chain.hashOf(new EntryRow("REG0001001", number, entry, false, null, ""), before);
        jdbc.sql("update journal_entry set entry_hash = ? where entry_number = ?")
                .params(hash, number)
                .update();
        jdbc.sql("update journal_end set entry_hash = ?, end_hash = ?")
                .params(hash, chain.hashOfEnd("REG0001001", number, hash))
                .update();
    }

    @Test
    void keepsWhatTheApplicationSaysToBeReadInAnyLanguage() {
        LocalizedMessage active = LocalizedMessage.of("provider.note.active", "CCN0001001");
        journal.comment("REG0001001", Journal.SYSTEM, active);
        JournalEntry entry = journal.entries("REG0001001").get(0);
        assertThat(entry.says(active)).isTrue();
        assertThat(entry.text()).isEqualTo("The connection CCN0001001 is active in both directions.");
        assertThat(entry.text(Locale.GERMAN)).isEqualTo("Die Verbindung CCN0001001 ist in beiden Richtungen aktiv.");
    }

    @Test
    void acceptsAnUnalteredJournal() {
        journal.verify("REG0001001");
        threeEntries();
        journal.verify("REG0001001");
        assertThat(journal.entries("REG0001001")).hasSize(3);
    }

    @Guarantee(of = Journal.class, says = "An entry that was edited, inserted, moved or removed is found by verify.")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "update journal_entry set entry_text = 'Nothing happened.' where entry_number = 2",
                "update journal_entry set phrase = '[\"provider.note.active\",\"CCN0001002\"]' where entry_number = 2",
                "update journal_entry set phrase = null where entry_number = 2",
                "update journal_entry set author = 'abel' where entry_number = 2",
                "update journal_entry set author_kind = 'USER' where entry_number = 2",
                "update journal_entry set author_kind = null where entry_number = 2",
                "update journal_entry set kind = 'COMMENT' where entry_number = 2",
                "update journal_entry set written_at = timestamp with time zone '2025-01-01 00:00:00Z'"
                        + " where entry_number = 2",
                "update journal_entry set entry_hash = (select entry_hash from journal_entry where entry_number = 1)"
                        + " where entry_number = 2",
                "delete from journal_entry where entry_number = 2",
                "update journal_entry set entry_number = 9 where entry_number = 2"
            })
    void findsAnAlteredEntry(String attack) {
        threeEntries();
        jdbc.sql(attack).update();
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> journal.verify("REG0001001"))
                .withMessage("The journal of REG0001001 was changed outside this application, at entry 2. "
                        + "Restore the journal from a backup, and find out who changed it.");
    }

    @Guarantee(of = Journal.class, says = "An entry that was edited, inserted, moved or removed is found by verify.")
    @Test
    void findsThatTheLastEntryWasRemoved() {
        threeEntries();
        jdbc.sql("delete from journal_entry where entry_number = 3").update();
        assertAltered();
        jdbc.sql("update journal_end set entry_number = 2,"
                        + " entry_hash = (select entry_hash from journal_entry where entry_number = 2)")
                .update();
        assertAltered();
    }

    @Guarantee(of = Journal.class, says = "An entry that was edited, inserted, moved or removed is found by verify.")
    @Test
    void findsThatEverythingWasRemoved() {
        threeEntries();
        jdbc.sql("delete from journal_entry").update();
        assertAltered();
    }

    @Guarantee(of = Journal.class, says = "An entry that was edited, inserted, moved or removed is found by verify.")
    @Test
    void findsEntriesOfAnotherSubject() {
        journal.workNote("REG0001002", Journal.SYSTEM, "Of another registration.");
        jdbc.sql("update journal_entry set subject = 'REG0001001'").update();
        jdbc.sql("update journal_end set subject = 'REG0001001'").update();
        assertAltered();
    }

    @Test
    void cutsATextThatIsTooLongAndReplacesWhatADatabaseCannotKeep() {
        journal.workNote("REG0001001", Journal.SYSTEM, "a\0b");
        journal.workNote("REG0001001", Journal.SYSTEM, "x".repeat(5000));
        journal.verify("REG0001001");
        assertThat(journal.entries("REG0001001").get(0).text()).isEqualTo("a b");
        assertThat(journal.entries("REG0001001").get(1).text()).hasSize(4000).endsWith("x…");
    }

    private void threeEntries() {
        journal.workNote("REG0001001", Journal.SYSTEM, "One.");
        journal.workNote("REG0001001", Journal.SYSTEM, LocalizedMessage.of("provider.note.active", "CCN0001001"));
        journal.workNote("REG0001001", Journal.SYSTEM, "Three.");
    }

    private void assertAltered() {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> journal.verify("REG0001001"))
                .withMessageStartingWith("The journal of REG0001001 was changed outside this application");
    }

    @Test
    @Guarantee(of = Journal.class, says = "Nothing is appended to a journal whose end was altered.")
    void appendsNothingToAJournalWhoseEndWasAltered() {
        journal.workNote(SUBJECT_OF_END, Author.of("paula"), "First.");
        journal.workNote(SUBJECT_OF_END, Author.of("paula"), "Second.");
        jdbc.sql("delete from journal_entry where entry_number = 2").update();
        jdbc.sql("update journal_end set entry_number = 1, entry_hash = (select entry_hash from journal_entry)")
                .update();
        assertThatThrownBy(() -> journal.workNote(SUBJECT_OF_END, Author.of("paula"), "Third."))
                .hasMessageStartingWith("The journal of REG0007001 was changed outside this application, at entry 1.");
    }

    @Test
    void isExaminedAsARecordAndFoundAgainUntilItIsRepaired() {
        var records = new JournalRecords(journal, new JournalTable(jdbc), TestTables.of(database));
        journal.workNote(SUBJECT_OF_END, Author.of("paula"), "First.");
        assertThat(records.examine(null, 9).findings()).isEmpty();
        jdbc.sql("update journal_entry set author = 'abel'").update();
        RecordFinding found = new RecordFinding("journal", SUBJECT_OF_END, RecordFinding.What.ALTERED);
        assertThat(records.examine(null, 9).findings()).containsExactly(found);
        assertThat(records.stands(found)).isFalse();
        assertThat(journal.read(SUBJECT_OF_END).warning(Locale.GERMAN))
                .startsWith("Das Journal von REG0007001 wurde außerhalb dieser Anwendung geändert, beim Eintrag 1.");
        jdbc.sql("update journal_entry set author = 'paula'").update();
        assertThat(records.stands(found)).isTrue();
        assertThat(journal.read(SUBJECT_OF_END).warning(Locale.GERMAN)).isEmpty();
    }

    private static String hash(String purpose, String value) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest((purpose + "|" + value).getBytes(UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
