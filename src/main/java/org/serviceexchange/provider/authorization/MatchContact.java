package org.serviceexchange.provider.authorization;

import java.time.Clock;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.provider.registration.Decision;
import org.serviceexchange.provider.registration.Registration;
import org.serviceexchange.provider.registration.Registrations;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Checks whether the user who came from the consumer is the contact, and records a successful match. */
@Service
public class MatchContact {

    private final Registrations registrations;
    private final ContactMatch contactMatch;
    private final Journal journal;
    private final Clock clock;

    public MatchContact(Registrations registrations, ContactMatch contactMatch, Journal journal, Clock clock) {
        this.registrations = registrations;
        this.contactMatch = contactMatch;
        this.journal = journal;
        this.clock = clock;
    }

    /** Whether the user is the contact; if not, nothing changes. */
    @Transactional
    public boolean match(String number, String userId) {
        Registration registration = registrations.lock(number);
        if (!contactMatch.isContact(registration, userId)) {
            return false;
        }
        if (registration.snapshot().authorization().match() == null) {
            registration.contactMatched(new Decision(userId, clock.instant()));
            registrations.save(registration);
            journal.workNote(number, userId, LocalizedMessage.of("provider.note.contactMatched"));
        }
        return true;
    }
}
