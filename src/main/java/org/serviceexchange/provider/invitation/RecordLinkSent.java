package org.serviceexchange.provider.invitation;

import org.serviceexchange.journal.Journal;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.provider.registration.Link;
import org.serviceexchange.provider.registration.Registration;
import org.serviceexchange.provider.registration.Registrations;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records that an admin sent the link to the contact by hand; from then on it is the contact's turn. */
@Service
public class RecordLinkSent {

    private final Registrations registrations;
    private final Journal journal;

    public RecordLinkSent(Registrations registrations, Journal journal) {
        this.registrations = registrations;
        this.journal = journal;
    }

    /** Records it; false if no link waits to be sent. */
    @Transactional
    public boolean record(String number, String admin) {
        Registration registration = registrations.lock(number);
        if (!Link.unsent(registration.snapshot().link())) {
            return false;
        }
        registration.linkUnsent(false);
        registrations.save(registration);
        journal.workNote(number, admin, LocalizedMessage.of("provider.note.linkSent"));
        return true;
    }
}
