package org.serviceexchange.journal;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.platform.message.LocalizedMessage;

/**
 * One entry: what happened, who did it, when.
 *
 * @param text the text as written; for a localized message its English text
 * @param message the message that can be read in any language; null if a person typed the text
 */
public record JournalEntry(
        Kind kind, Author author, String text, @Nullable LocalizedMessage message, Instant at) {

    /** Who may read an entry. */
    public enum Kind {
        /** For staff of this instance only. */
        WORK_NOTE,
        /** Also for the contact. */
        COMMENT
    }

    /** The text in a language; what a person typed is not translated. */
    public String text(Locale language) {
        return message == null ? text : message.in(language);
    }

    /** A copy that shows another message. */
    public JournalEntry saying(LocalizedMessage shown) {
        return new JournalEntry(kind, author, shown.inDefault(), shown, at);
    }

    /** Whether the entry has this message. */
    public boolean says(LocalizedMessage expected) {
        return expected.equals(message);
    }
}
