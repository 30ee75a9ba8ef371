package org.serviceexchange.provider;

import org.serviceexchange.journal.Journal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** An admin withdraws a registration. */
@Service
public class RequestCancellation {

    private final RegistrationProcess process;
    private final Journal journal;

    RequestCancellation(RegistrationProcess process, Journal journal) {
        this.process = process;
        this.journal = journal;
    }

    /** A {@code REGISTRATION_CLOSED} problem if it is closed. */
    @Transactional
    public void request(String number, String admin) {
        journal.workNote(number, admin, "Cancelled the registration.");
        process.cancel(number);
    }
}
