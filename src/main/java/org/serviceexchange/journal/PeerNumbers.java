package org.serviceexchange.journal;

import java.util.Optional;

/** Under which number the other side knows a registration or connection; each feature has its own, if it knows any. */
public interface PeerNumbers {

    /** The other side's number for the subject of an entry; empty if it is not of this feature. */
    Optional<String> of(JournalEntryAppended entry);
}
