package org.serviceexchange.journal;

import java.time.Instant;

/** One entry: what happened, who did it, when. */
public record JournalEntry(Kind kind, String author, String text, Instant at) {

    /** Who may read an entry. */
    public enum Kind {
        /** For staff of this instance only. */
        WORK_NOTE,
        /** Also for the contact. */
        COMMENT
    }
}
