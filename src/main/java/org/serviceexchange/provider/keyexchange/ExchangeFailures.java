package org.serviceexchange.provider.keyexchange;

import org.serviceexchange.journal.Journal;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.provider.registration.KeyAgreement;
import org.serviceexchange.provider.registration.Registration;
import org.serviceexchange.provider.registration.RegistrationProcess;
import org.serviceexchange.provider.registration.Registrations;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Counts failed key exchanges of a registration; too many suspend it. */
@Service
public class ExchangeFailures {

    private final Registrations registrations;
    private final RegistrationProcess process;
    private final Journal journal;

    public ExchangeFailures(Registrations registrations, RegistrationProcess process, Journal journal) {
        this.registrations = registrations;
        this.process = process;
        this.journal = journal;
    }

    @Transactional
    public void count(String number, LocalizedMessage reason) {
        Registration registration = registrations.lock(number);
        if (!registration.isOpen() || registration.snapshot().suspended()) {
            return;
        }
        boolean suspended = registration.exchangeFailed();
        registrations.save(registration);
        journal.workNote(
                number,
                Journal.SYSTEM,
                LocalizedMessage.of(
                        "provider.note.exchangeFailed",
                        registration.snapshot().keys().failures(),
                        KeyAgreement.FAILURES_UNTIL_SUSPENSION,
                        reason));
        if (suspended) {
            process.suspended(number);
        }
    }
}
