package org.serviceexchange.provider.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.journal.JournalEntry;
import org.serviceexchange.provider.WriteWorkNote;

/** Fills the link into the newest work note that has a place for it; older notes were about links that no longer work. */
final class NotesWithLink {

    private static final String GONE = "(this link can no longer be used)";

    private NotesWithLink() {}

    static List<JournalEntry> of(List<JournalEntry> entries, @Nullable String link) {
        List<JournalEntry> shown = new ArrayList<>(entries);
        String next = link == null ? GONE : link;
        for (int i = shown.size() - 1; i >= 0; i--) {
            JournalEntry entry = shown.get(i);
            if (entry.text().contains(WriteWorkNote.LINK)) {
                String text = entry.text().replace(WriteWorkNote.LINK, next);
                shown.set(i, new JournalEntry(entry.kind(), entry.author(), text, entry.at()));
                next = GONE;
            }
        }
        return shown;
    }
}
