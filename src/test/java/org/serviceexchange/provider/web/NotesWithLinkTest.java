package org.serviceexchange.provider.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.serviceexchange.journal.Author;
import org.serviceexchange.journal.JournalEntry;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.provider.invitation.WriteWorkNote;

class NotesWithLinkTest {

    private static final String LINK = "https://consumer.example.com/connect?secret=new";

    private static final String GONE = "(this link can no longer be used)";
    private static final String WORDS =
            "Mail is off on this instance." + " Copy this link and send it to the contact by a way you trust: ";

    private final List<JournalEntry> entries = List.of(withLink(), note("Between."), withLink(), note("After."));

    @Test
    void showsTheLinkInTheNewestNoteOnly() {
        assertThat(NotesWithLink.of(entries, LINK))
                .extracting(entry -> entry.text(Locale.ENGLISH))
                .containsExactly(WORDS + GONE, "Between.", WORDS + LINK, "After.");
    }

    @Test
    void showsNoLinkThatCanNoLongerBeUsed() {
        assertThat(NotesWithLink.of(entries, null))
                .extracting(JournalEntry::text)
                .containsExactly(WORDS + GONE, "Between.", WORDS + GONE, "After.");
    }

    private static JournalEntry withLink() {
        return note("").saying(LocalizedMessage.of("provider.note.mailIsOff", WriteWorkNote.LINK));
    }

    private static JournalEntry note(String typed) {
        return new JournalEntry(JournalEntry.Kind.WORK_NOTE, Author.SYSTEM, typed, null, Instant.EPOCH);
    }
}
