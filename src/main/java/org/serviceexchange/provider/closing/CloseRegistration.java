package org.serviceexchange.provider.closing;

import java.util.function.Function;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.provider.registration.AbandonedKeys;
import org.serviceexchange.provider.registration.ClosingReason;
import org.serviceexchange.provider.registration.Registration;
import org.serviceexchange.provider.registration.RegistrationState;
import org.serviceexchange.provider.registration.Registrations;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Closes a registration without a connection, and destroys its keys. Has no effect if it is closed so already. */
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

    /** An admin cancelled it. */
    @Transactional
    public void cancel(String number) {
        close(number, ClosingReason.CANCELLED, registration -> "provider.note.cancelled");
    }

    /** Its link expired, or nobody resolved the findings in time. */
    @Transactional
    public void expire(String number) {
        close(number, ClosingReason.EXPIRED, CloseRegistration::notInTime);
    }

    /** An admin gave it up after its key exchange failed, or nobody reviewed it in time. */
    @Transactional
    public void closeFailed(String number) {
        close(number, ClosingReason.FAILED, registration -> "provider.note.failed");
    }

    /** The note is about the registration as it was before. */
    private void close(String number, ClosingReason reason, Function<Registration, String> note) {
        Registration registration = registrations.lock(number);
        if (registration.state() == RegistrationState.CLOSED_INCOMPLETE) {
            return;
        }
        LocalizedMessage why = LocalizedMessage.of(note.apply(registration));
        abandonedKeys.destroy(registration);
        registration.close(reason);
        registrations.save(registration);
        journal.workNote(number, Journal.SYSTEM, why);
    }

    private static String notInTime(Registration registration) {
        if (!registration.isOpen()) {
            return "provider.note.notResolvedInTime";
        }
        boolean proved = registration
                .connection()
                .filter(connection -> connection.inboundSince() != null)
                .isPresent();
        return proved ? "provider.note.notActiveInTime" : "provider.note.expired";
    }
}
