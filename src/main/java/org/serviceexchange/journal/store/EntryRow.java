package org.serviceexchange.journal.store;

import org.jspecify.annotations.Nullable;
import org.serviceexchange.journal.JournalEntry;
import org.serviceexchange.journal.Note;

/**
 * An entry with its number in the chain of its subject, starting at 1.
 *
 * @param kindOfAuthor whether the kind of the author is stored, which entries of earlier versions lack
 * @param receipts hashes of the messages that prove it, separated by spaces; null if there are none
 */
record EntryRow(
        String subject,
        long number,
        JournalEntry entry,
        boolean kindOfAuthor,
        @Nullable String receipts,
        String hash) {

    /** As much of the text as the table holds. */
    static String storable(String text) {
        String printable = text.replace('\0', ' ');
        return printable.length() <= Note.LONGEST ? printable : printable.substring(0, Note.LONGEST - 1) + "…";
    }
}
