package org.serviceexchange.provider.invitation;

import org.serviceexchange.journal.Journal;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Finding;
import org.serviceexchange.provider.registration.DeliveryFailed;
import org.serviceexchange.provider.registration.Registration;
import org.serviceexchange.provider.registration.Registrations;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes the work note with the link, for the admin to copy and send; it is the admin's turn until then. The journal stores only a placeholder for the
 * link; the registration's page fills it in as long as the link can be used.
 */
@Service
public class WriteWorkNote {

    /** The placeholder for the link in the note's text. */
    public static final String LINK = "{registration-link}";

    private final Registrations registrations;
    private final Journal journal;

    public WriteWorkNote(Registrations registrations, Journal journal) {
        this.registrations = registrations;
        this.journal = journal;
    }

    /** Writes the note because mail is off. */
    @Transactional
    public void mailIsOff(String number) {
        awaitAdmin(number);
        journal.workNote(number, Journal.SYSTEM, LocalizedMessage.of("provider.note.mailIsOff", LINK));
    }

    /**
     * Writes the note because the e-mail was not delivered; {@code problem} is the message of {@link DeliveryFailed}.
     */
    @Transactional
    public void deliveryFailed(String number, Finding reason) {
        awaitAdmin(number);
        journal.workNote(
                number, Journal.SYSTEM, LocalizedMessage.of("provider.note.deliveryFailed", reason.cause(), LINK));
    }

    /** The registration is pending on the admin until the link was sent. */
    private void awaitAdmin(String number) {
        Registration registration = registrations.lock(number);
        registration.linkUnsent(true);
        registrations.save(registration);
    }
}
