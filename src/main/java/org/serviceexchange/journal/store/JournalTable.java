package org.serviceexchange.journal.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.journal.Author;
import org.serviceexchange.journal.JournalEntry;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.message.LocalizedMessageText;
import org.serviceexchange.platform.store.Row;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes the two tables of the journal. */
@Repository
class JournalTable {

    private final JdbcClient jdbc;

    JournalTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<EntryRow> rows(String subject) {
        return jdbc.sql("select * from journal_entry where subject = ? order by entry_number")
                .param(subject)
                .query(JournalTable::row)
                .list();
    }

    List<EntryRow> rows(String subject, JournalEntry.Kind kind) {
        return jdbc.sql("select * from journal_entry where subject = ? and kind = ? order by entry_number")
                .params(subject, kind.name())
                .query(JournalTable::row)
                .list();
    }

    /** The primary key leads to these rows alone. */
    List<EntryRow> latest(String subject, int count) {
        return jdbc.sql("select * from journal_entry where subject = ? order by subject desc, entry_number desc"
                        + " fetch first " + count + " rows only")
                .param(subject)
                .query(JournalTable::row)
                .list();
    }

    /** The rows after one, oldest first. */
    List<EntryRow> after(String subject, long number, int limit) {
        return jdbc.sql("select * from journal_entry where subject = ? and entry_number > ?"
                        + " order by subject, entry_number fetch first " + limit + " rows only")
                .params(subject, number)
                .query(JournalTable::row)
                .list();
    }

    Optional<End> end(String subject) {
        return end("select * from journal_end where subject = ?", subject);
    }

    /** As {@link #end}, and blocks other transactions from appending to this subject until this one ends. */
    Optional<End> lockEnd(String subject) {
        return end("select * from journal_end where subject = ? for update", subject);
    }

    /** Subjects with an end or with entries, in their order, after one; null: from the first. */
    List<String> subjects(@Nullable String after, int limit) {
        String from = after == null ? "" : " where subject > :after";
        return jdbc.sql(
                        "select subject from (select subject from journal_end union select subject from journal_entry) known"
                                + from + " order by subject fetch first " + limit + " rows only")
                .params(after == null ? Map.of() : Map.of("after", after))
                .query(String.class)
                .list();
    }

    void add(EntryRow row) {
        jdbc.sql("insert into journal_entry"
                        + " (subject, entry_number, kind, author_kind, author, entry_text, phrase, written_at, receipts, entry_hash)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        row.subject(),
                        row.number(),
                        row.entry().kind().name(),
                        row.entry().author().kind().name(),
                        row.entry().author().id(),
                        row.entry().text(),
                        message(row.entry()),
                        OffsetDateTime.ofInstant(row.entry().at(), ZoneOffset.UTC),
                        row.receipts(),
                        row.hash())
                .update();
    }

    void move(String subject, End end) {
        String sql = end.number() == 1
                ? "insert into journal_end (entry_number, entry_hash, end_hash, subject) values (?, ?, ?, ?)"
                : "update journal_end set entry_number = ?, entry_hash = ?, end_hash = ? where subject = ?";
        jdbc.sql(sql)
                .params(end.number(), end.entryHash(), end.endHash(), subject)
                .update();
    }

    private Optional<End> end(String sql, String subject) {
        return jdbc.sql(sql)
                .param(subject)
                .query((row, index) ->
                        new End(row.getLong("entry_number"), row.getString("entry_hash"), row.getString("end_hash")))
                .optional();
    }

    private static EntryRow row(ResultSet row, int index) throws SQLException {
        return new EntryRow(
                row.getString("subject"),
                row.getLong("entry_number"),
                new JournalEntry(
                        JournalEntry.Kind.valueOf(row.getString("kind")),
                        Author.stored(row.getString("author_kind"), row.getString("author")),
                        row.getString("entry_text"),
                        message(row.getString("phrase")),
                        Row.time(row, "written_at")),
                row.getString("author_kind") != null,
                row.getString("receipts"),
                row.getString("entry_hash"));
    }

    private static @Nullable String message(JournalEntry entry) {
        return entry.message() == null ? null : LocalizedMessageText.write(entry.message());
    }

    private static @Nullable LocalizedMessage message(@Nullable String stored) {
        return stored == null ? null : LocalizedMessageText.read(stored);
    }

    /** The end of a subject's chain. */
    record End(long number, String entryHash, String endHash) {}
}
