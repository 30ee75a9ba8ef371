package org.serviceexchange.provider.web.api;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.serviceexchange.journal.Author;
import org.serviceexchange.journal.JournalEntry;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.provider.invitation.WriteWorkNote;

/**
 * The journal of a registration, oldest entry first. The placeholder for the link in a work note is replaced by a hint
 * where to find the link.
 */
record JournalResource(List<Entry> items) {

    private static final LocalizedMessage LINK_ON_PAGE = LocalizedMessage.of("api.linkOnPage");

    /** An entry: what happened, who did it, when. */
    record Entry(JournalEntry.Kind kind, Author.Kind authorKind, String author, String text, Instant at) {}

    static JournalResource of(List<JournalEntry> entries, Locale language) {
        return new JournalResource(entries.stream()
                .map(entry -> new Entry(
                        entry.kind(), entry.author().kind(), entry.author().actor(), text(entry, language), entry.at()))
                .toList());
    }

    private static String text(JournalEntry entry, Locale language) {
        LocalizedMessage message = entry.message();
        return message == null
                ? entry.text(language)
                : message.replacing(WriteWorkNote.LINK, LINK_ON_PAGE).in(language);
    }
}
