package org.serviceexchange.provider.closing;

import org.serviceexchange.journal.Journal;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.provider.registration.Registration;
import org.serviceexchange.provider.registration.RegistrationProcess;
import org.serviceexchange.provider.registration.Registrations;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asks the process to close a registration whose key exchange was suspended, for an admin. */
@Service
public class RequestClosing {

    private final Registrations registrations;
    private final RegistrationProcess process;
    private final Journal journal;

    RequestClosing(Registrations registrations, RegistrationProcess process, Journal journal) {
        this.registrations = registrations;
        this.process = process;
        this.journal = journal;
    }

    /**
     * Requests the closing; a {@code REVIEW_NOT_OPEN} problem if the registration is not, or no longer, under review.
     */
    @Transactional
    public void request(String number, String admin) {
        Registration registration = registrations.lock(number);
        journal.workNote(number, admin, LocalizedMessage.of("provider.note.closingRequested"));
        if (!process.closeAsFailed(number, admin)) {
            throw registration.snapshot().notNow(ProblemCode.REVIEW_NOT_OPEN);
        }
    }
}
