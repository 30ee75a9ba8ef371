package org.serviceexchange.provider.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.serviceexchange.journal.JournalEntry;
import org.serviceexchange.provider.WriteWorkNote;

class NotesWithLinkTest {

    private static final String LINK = "https://consumer.example.com/connect?secret=new";

    private final List<JournalEntry> entries = List.of(
            note("Old: " + WriteWorkNote.LINK), note("Between."), note("New: " + WriteWorkNote.LINK), note("After."));

    @Test
    void showsTheLinkInTheNewestNoteOnly() {
        assertThat(NotesWithLink.of(entries, LINK))
                .extracting(JournalEntry::text)
                .containsExactly("Old: (this link can no longer be used)", "Between.", "New: " + LINK, "After.");
    }

    @Test
    void showsNoLinkThatCanNoLongerBeUsed() {
        assertThat(NotesWithLink.of(entries, null))
                .extracting(JournalEntry::text)
                .containsExactly(
                        "Old: (this link can no longer be used)",
                        "Between.",
                        "New: (this link can no longer be used)",
                        "After.");
    }

    private static JournalEntry note(String text) {
        return new JournalEntry(JournalEntry.Kind.WORK_NOTE, "system", text, Instant.EPOCH);
    }
}
