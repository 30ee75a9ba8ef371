package org.serviceexchange.provider.authorization;

import org.serviceexchange.journal.Author;
import org.serviceexchange.journal.Journal;
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
        boolean noted = journal.latest(number, 1).stream()
                .anyMatch(last -> last.author().equals(Author.of(userId)) && last.says(NOTE));
        if (!noted) {
            journal.workNote(number, userId, NOTE);
        }
    }
}
