package org.serviceexchange.journal;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.platform.message.LocalizedMessage;

/**
 * One entry: what happened, who did it, when.
 *
 * @param text as it was written, which for a phrase is its English
 * @param phrase the same to be read in any language; null if a person typed the text
 */
public record JournalEntry(
        Kind kind, String author, String text, @Nullable LocalizedMessage phrase, Instant at) {

    /** Who may read an entry. */
    public enum Kind {
        /** For staff of this instance only. */
        WORK_NOTE,
        /** Also for the contact. */
        COMMENT
    }

    /** The text in a language, if it is not a person's own. */
    public String text(Locale language) {
        return phrase == null ? text : phrase.in(language);
    }

    /** The same entry with another phrase in its place, to be shown. */
    public JournalEntry saying(LocalizedMessage shown) {
        return new JournalEntry(kind, author, shown.inDefault(), shown, at);
    }

    /** Whether this is what the entry says. */
    public boolean says(LocalizedMessage expected) {
        return expected.equals(phrase);
    }
}
