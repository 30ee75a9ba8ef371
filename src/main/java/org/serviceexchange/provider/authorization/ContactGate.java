package org.serviceexchange.provider.authorization;

import org.serviceexchange.journal.Journal;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.provider.registration.Registration;
import org.serviceexchange.provider.registration.Registrations;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Admits only the contact, at every step after the authorization request, and records everyone else. */
@Service
public class ContactGate {

    /** The step at which the contact is matched again. */
    public enum Step {
        CONSENT_PAGE,
        CONSENT,
        TOKEN,
        KEY_EXCHANGE
    }

    private final Registrations registrations;
    private final ContactMatch contactMatch;
    private final Journal journal;

    ContactGate(Registrations registrations, ContactMatch contactMatch, Journal journal) {
        this.registrations = registrations;
        this.contactMatch = contactMatch;
        this.journal = journal;
    }

    /** Whether this user is currently the contact of the client's registration. */
    @Transactional
    public boolean admits(String clientId, String userId, Step step) {
        return registrations
                .ofClient(clientId)
                .filter(registration -> admits(registration, userId, step))
                .isPresent();
    }

    private boolean admits(Registration registration, String userId, Step step) {
        boolean contact = contactMatch.isContact(registration, userId);
        if (!contact) {
            journal.workNote(
                    registration.number(),
                    Journal.SYSTEM,
                    LocalizedMessage.of("provider.note.accessDenied." + step, userId));
        }
        return contact;
    }
}
