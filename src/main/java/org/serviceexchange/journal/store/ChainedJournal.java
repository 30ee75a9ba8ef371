package org.serviceexchange.journal.store;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.journal.Author;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.journal.JournalEntry;
import org.serviceexchange.journal.JournalEntryAppended;
import org.serviceexchange.journal.Receipt;
import org.serviceexchange.journal.SealedEntry;
import org.serviceexchange.kmf.KeyedHash;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The journal in the database; each entry is bound to its predecessor by a keyed hash. */
@Service
class ChainedJournal implements Journal {

    private final JournalTable table;
    private final ReceiptTable receipts;
    private final Chain chain;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ChainedJournal(
            JournalTable table,
            ReceiptTable receipts,
            KeyedHash keyedHash,
            ApplicationEventPublisher events,
            Clock clock) {
        this.events = events;
        this.table = table;
        this.receipts = receipts;
        this.chain = new Chain(keyedHash);
        this.clock = clock;
    }

    @Override
    @Transactional
    public void workNote(String subject, Author author, LocalizedMessage message) {
        append(subject, JournalEntry.Kind.WORK_NOTE, author, message.inDefault(), message);
    }

    @Override
    @Transactional
    public void workNote(String subject, Author author, LocalizedMessage message, List<Receipt> proofs) {
        append(subject, JournalEntry.Kind.WORK_NOTE, author, message.inDefault(), message, proofs);
    }

    @Override
    @Transactional
    public void workNote(String subject, Author author, String typed) {
        append(subject, JournalEntry.Kind.WORK_NOTE, author, typed, null);
    }

    @Override
    @Transactional
    public void comment(String subject, Author author, LocalizedMessage message) {
        append(subject, JournalEntry.Kind.COMMENT, author, message.inDefault(), message);
    }

    @Override
    @Transactional
    public void comment(String subject, Author author, LocalizedMessage message, List<Receipt> proofs) {
        append(subject, JournalEntry.Kind.COMMENT, author, message.inDefault(), message, proofs);
    }

    @Override
    @Transactional
    public void comment(String subject, Author author, String typed) {
        append(subject, JournalEntry.Kind.COMMENT, author, typed, null);
    }

    /** The number of the last entry; {@link #verify} proves that it is right. */
    @Override
    @Transactional(readOnly = true)
    public long count(String subject) {
        return table.end(subject).map(JournalTable.End::number).orElse(0L);
    }

    @Override
    @Transactional(readOnly = true)
    public List<JournalEntry> entries(String subject) {
        return table.rows(subject).stream().map(EntryRow::entry).toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<JournalEntry> latest(String subject, int count) {
        return table.latest(subject, count).stream().map(EntryRow::entry).toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<SealedEntry> sealed(String subject, long after, int limit) {
        List<EntryRow> rows = table.after(subject, after, limit);
        Map<Long, List<Receipt>> kept = rows.isEmpty()
                ? Map.of()
                : receipts.of(subject, after, rows.get(rows.size() - 1).number());
        return rows.stream()
                .map(row -> new SealedEntry(
                        row.number(),
                        row.entry(),
                        ReceiptTable.named(row.receipts(), kept.getOrDefault(row.number(), List.of())),
                        row.hash()))
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<JournalEntry> comments(String subject) {
        return table.rows(subject, JournalEntry.Kind.COMMENT).stream()
                .map(EntryRow::entry)
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public void verify(String subject) {
        read(subject).alteration().ifPresent(altered -> {
            throw altered;
        });
    }

    @Override
    @Transactional(readOnly = true)
    public Reading read(String subject) {
        List<EntryRow> rows = table.rows(subject);
        return new Reading(
                rows.stream().map(EntryRow::entry).toList(),
                firstAltered(subject, rows).map(number -> new Problem(ProblemCode.JOURNAL_ALTERED, subject, number)));
    }

    private Optional<Long> firstAltered(String subject, List<EntryRow> rows) {
        String previousHash = Chain.START;
        long number = 0;
        for (EntryRow row : rows) {
            number++;
            if (row.number() != number || !row.hash().equals(chain.hashOf(row, previousHash))) {
                return Optional.of(number);
            }
            previousHash = row.hash();
        }
        Optional<JournalTable.End> end = table.end(subject);
        boolean empty = end.isEmpty() && number == 0;
        boolean right = empty || end.equals(Optional.of(endOf(subject, number, previousHash)));
        return right ? Optional.empty() : Optional.of(number + 1);
    }

    private void append(
            String subject, JournalEntry.Kind kind, Author author, String text, @Nullable LocalizedMessage message) {
        append(subject, kind, author, text, message, List.of());
    }

    private void append(
            String subject,
            JournalEntry.Kind kind,
            Author author,
            String text,
            @Nullable LocalizedMessage message,
            List<Receipt> proofs) {
        Optional<JournalTable.End> end = table.lockEnd(subject);
        end.ifPresent(found -> requireOwn(subject, found));
        long number = end.map(JournalTable.End::number).orElse(0L) + 1;
        String previousHash = end.map(JournalTable.End::entryHash).orElse(Chain.START);
        // Truncated to the precision of the database, because the hash must match the value that is read back
        var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var entry = new JournalEntry(kind, author, EntryRow.storable(text), message, at);
        String hashes = ReceiptTable.hashes(proofs);
        String hash = chain.hashOf(new EntryRow(subject, number, entry, true, hashes, ""), previousHash);
        table.add(new EntryRow(subject, number, entry, true, hashes, hash));
        receipts.add(subject, number, proofs);
        table.move(subject, endOf(subject, number, hash));
        if (message != null) {
            events.publishEvent(new JournalEntryAppended(subject, author, message, at));
        }
    }

    /** The entries before are examined when they are shown and by the rolling check. */
    private void requireOwn(String subject, JournalTable.End end) {
        if (!end.equals(endOf(subject, end.number(), end.entryHash()))) {
            throw new Problem(ProblemCode.JOURNAL_ALTERED, subject, end.number());
        }
    }

    private JournalTable.End endOf(String subject, long number, String entryHash) {
        return new JournalTable.End(number, entryHash, chain.hashOfEnd(subject, number, entryHash));
    }
}
