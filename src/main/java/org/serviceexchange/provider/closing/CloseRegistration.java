package org.serviceexchange.provider.closing;

import java.util.function.Function;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.provider.keyexchange.AbandonedKeys;
import org.serviceexchange.provider.registration.ClosingReason;
import org.serviceexchange.provider.registration.Registration;
import org.serviceexchange.provider.registration.RegistrationState;
import org.serviceexchange.provider.registration.Registrations;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The steps that all closings without a connection share. */
@Service
public class CloseRegistration {

    private final Registrations registrations;
    private final AbandonedKeys abandonedKeys;
    private final Journal journal;

    public CloseRegistration(Registrations registrations, AbandonedKeys abandonedKeys, Journal journal) {
        this.registrations = registrations;
        this.abandonedKeys = abandonedKeys;
        this.journal = journal;
    }

    /** The note is about the registration as it was before. */
    @Transactional
    void close(String number, ClosingReason reason, Function<Registration, LocalizedMessage> note) {
        Registration registration = registrations.lock(number);
        if (registration.state() == RegistrationState.CLOSED_INCOMPLETE) {
            return;
        }
        LocalizedMessage why = note.apply(registration);
        abandonedKeys.destroy(registration);
        registration.close(reason);
        registrations.save(registration);
        journal.workNote(number, Journal.SYSTEM, why);
    }
}
