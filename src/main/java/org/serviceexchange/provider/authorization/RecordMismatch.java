package org.serviceexchange.provider.authorization;

import java.util.List;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.journal.JournalEntry;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.provider.registration.Registrations;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records in the journal that a user who is not the contact tried to connect; the registration does not change. */
@Service
public class RecordMismatch {

    private static final LocalizedMessage NOTE = LocalizedMessage.of("provider.note.mismatch");

    private final Registrations registrations;
    private final Journal journal;

    public RecordMismatch(Registrations registrations, Journal journal) {
        this.registrations = registrations;
        this.journal = journal;
    }

    /** Adds a single entry for consecutive attempts of the same user. */
    @Transactional
    public void record(String number, String userId) {
        registrations.lock(number);
        if (!isLast(journal.entries(number), userId)) {
            journal.workNote(number, userId, NOTE);
        }
    }

    private static boolean isLast(List<JournalEntry> entries, String userId) {
        if (entries.isEmpty()) {
            return false;
        }
        JournalEntry last = entries.get(entries.size() - 1);
        return last.author().equals(userId) && last.says(NOTE);
    }
}
