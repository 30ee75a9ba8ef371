package org.serviceexchange.journal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Problem;

/**
 * Work notes and comments of registrations and connections, chained so that an edit in the database can be found.
 *
 * <p>Security guarantees: An entry that was edited, inserted, moved or removed is found by verify. Nothing is appended
 * to a journal whose end was altered.
 */
public interface Journal {

    /** The author of entries that the system wrote; nobody else can be it, whatever the user name. */
    Author SYSTEM = Author.SYSTEM;

    /** Appends a work note. The message must not contain a link, key, token or password. */
    void workNote(String subject, Author author, LocalizedMessage message);

    /** Appends a work note with the messages between this instance and its peer that prove it; none may contain a secret. */
    void workNote(String subject, Author author, LocalizedMessage message, List<Receipt> receipts);

    /** Appends a work note that a person typed. */
    void workNote(String subject, Author author, String typed);

    /** Appends a comment, which the contact may read. */
    void comment(String subject, Author author, LocalizedMessage message);

    /** Appends a comment with the messages that prove it, as {@link #workNote(String, Author, LocalizedMessage, List)}. */
    void comment(String subject, Author author, LocalizedMessage message, List<Receipt> receipts);

    /** Appends a comment that a person typed. */
    void comment(String subject, Author author, String typed);

    /** Appends a work note of a person or service. */
    default void workNote(String subject, String actor, LocalizedMessage message) {
        workNote(subject, Author.of(actor), message);
    }

    /** Appends a validated note of a person as a work note or comment. */
    default void add(String subject, String actor, Note note) {
        Author author = Author.of(actor);
        if (note.kind() == JournalEntry.Kind.COMMENT) {
            comment(subject, author, note.text());
        } else {
            workNote(subject, author, note.text());
        }
    }

    /** Number of entries of a subject. */
    long count(String subject);

    /** Entries of a subject such as REG0001001, oldest first. */
    List<JournalEntry> entries(String subject);

    /** The newest entries of a subject, the last one first, so many at most; costs the same however long the journal is. */
    List<JournalEntry> latest(String subject, int count);

    /** Entries after the one with this number, oldest first and so many at most, with their places in the chain. */
    List<SealedEntry> sealed(String subject, long after, int limit);

    /** Comments of a subject, oldest first. */
    List<JournalEntry> comments(String subject);

    /** Throws a {@code JOURNAL_ALTERED} problem if an entry of the subject was edited, inserted, moved or removed. */
    void verify(String subject);

    /** The entries of a subject, oldest first, and whether they are as they were written. */
    Reading read(String subject);

    /**
     * A journal as it was read.
     *
     * @param alteration a {@code JOURNAL_ALTERED} problem if {@link #verify} would throw one
     */
    record Reading(List<JournalEntry> entries, Optional<Problem> alteration) {

        public Reading {
            entries = List.copyOf(entries);
        }

        /** The comments, oldest first. */
        public List<JournalEntry> comments() {
            return entries.stream()
                    .filter(entry -> entry.kind() == JournalEntry.Kind.COMMENT)
                    .toList();
        }

        /** The sentence that a page shows above an altered journal; empty if there is nothing to say. */
        public String warning(Locale language) {
            return alteration.map(altered -> altered.sentence(language)).orElse("");
        }
    }
}
