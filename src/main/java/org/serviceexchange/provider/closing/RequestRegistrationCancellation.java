package org.serviceexchange.provider.closing;

import org.serviceexchange.journal.Journal;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.provider.registration.ClosingReason;
import org.serviceexchange.provider.registration.Counterpart.Departure;
import org.serviceexchange.provider.registration.Registration;
import org.serviceexchange.provider.registration.RegistrationProcess;
import org.serviceexchange.provider.registration.Registrations;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asks the process to cancel a registration, for an admin. */
@Service
public class RequestRegistrationCancellation {

    private final Registrations registrations;
    private final RegistrationProcess process;
    private final CloseRegistration closeRegistration;
    private final Journal journal;

    public RequestRegistrationCancellation(
            Registrations registrations,
            RegistrationProcess process,
            CloseRegistration closeRegistration,
            Journal journal) {
        this.closeRegistration = closeRegistration;
        this.registrations = registrations;
        this.process = process;
        this.journal = journal;
    }

    /** Requests the cancellation, or ends a connection that the consumer has lost; a {@code REGISTRATION_CLOSED} problem if the registration is closed. */
    @Transactional
    public void request(String number, String admin) {
        Registration registration = registrations.lock(number);
        journal.workNote(number, admin, LocalizedMessage.of("provider.note.cancellationRequested"));
        if (registration.snapshot().counterpart().departure() == Departure.LOST) {
            closeRegistration.end(number, ClosingReason.LOST_AT_CONSUMER);
        } else if (!process.cancel(number)) {
            throw registration.snapshot().notNow(ProblemCode.REGISTRATION_CLOSED);
        }
    }
}
