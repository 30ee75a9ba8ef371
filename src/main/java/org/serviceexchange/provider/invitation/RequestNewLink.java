package org.serviceexchange.provider.invitation;

import org.serviceexchange.journal.Journal;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.provider.registration.Registration;
import org.serviceexchange.provider.registration.RegistrationProcess;
import org.serviceexchange.provider.registration.Registrations;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asks the process for a new link, for an admin, because the old one was lost or must no longer work. */
@Service
public class RequestNewLink {

    private final Registrations registrations;
    private final RegistrationProcess process;
    private final Journal journal;

    public RequestNewLink(Registrations registrations, RegistrationProcess process, Journal journal) {
        this.registrations = registrations;
        this.process = process;
        this.journal = journal;
    }

    /** Requests the link; a {@code LINK_NOT_OPEN} problem if there is no link to replace. */
    @Transactional
    public void request(String number, String admin) {
        Registration registration = registrations.lock(number);
        journal.workNote(number, admin, LocalizedMessage.of("provider.note.newLinkRequested"));
        if (!process.resend(number, admin)) {
            throw registration.snapshot().notNow(ProblemCode.LINK_NOT_OPEN);
        }
    }
}
