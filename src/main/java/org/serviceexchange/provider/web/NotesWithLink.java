package org.serviceexchange.provider.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.journal.JournalEntry;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.provider.invitation.WriteWorkNote;

/**
 * Inserts the link into the newest work note with a placeholder for it; older notes refer to links that no longer work.
 */
final class NotesWithLink {

    private static final LocalizedMessage GONE = LocalizedMessage.of("provider.note.linkGone");

    private NotesWithLink() {}

    static List<JournalEntry> of(List<JournalEntry> entries, @Nullable String link) {
        List<JournalEntry> shown = new ArrayList<>(entries);
        Object next = link == null ? GONE : link;
        for (int i = shown.size() - 1; i >= 0; i--) {
            JournalEntry entry = shown.get(i);
            LocalizedMessage message = entry.message();
            if (message != null && message.arguments().contains(WriteWorkNote.LINK)) {
                shown.set(i, entry.saying(message.replacing(WriteWorkNote.LINK, next)));
                next = GONE;
            }
        }
        return shown;
    }
}
