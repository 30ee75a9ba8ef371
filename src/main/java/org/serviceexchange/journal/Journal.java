package org.serviceexchange.journal;

import java.util.List;

/** Work notes and comments of registrations and connections, chained so that an edit in the database is found. */
public interface Journal {

    /** The author of entries that no person wrote. */
    String SYSTEM = "system";

    /** Appends a work note. Never put a link, key, token or password into the text. */
    void workNote(String subject, String author, String text);

    /** Appends a comment, which the contact may read. */
    void comment(String subject, String author, String text);

    /** Entries of a subject such as REG0001001, oldest first. */
    List<JournalEntry> entries(String subject);

    /** Throws a {@code JOURNAL_ALTERED} problem if an entry of the subject was edited, inserted, moved or removed. */
    void verify(String subject);
}
