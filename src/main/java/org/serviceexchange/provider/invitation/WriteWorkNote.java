package org.serviceexchange.provider.invitation;

import org.serviceexchange.journal.Journal;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Finding;
import org.serviceexchange.provider.registration.DeliveryFailed;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes the work note with the link, for the admin to copy and send. The journal stores only a placeholder for the
 * link; the registration's page fills it in as long as the link can be used.
 */
@Service
public class WriteWorkNote {

    /** The placeholder for the link in the note's text. */
    public static final String LINK = "{registration-link}";

    private final Journal journal;

    public WriteWorkNote(Journal journal) {
        this.journal = journal;
    }

    /** Writes the note because mail is off. */
    @Transactional
    public void mailIsOff(String number) {
        journal.workNote(number, Journal.SYSTEM, LocalizedMessage.of("provider.note.mailIsOff", LINK));
    }

    /**
     * Writes the note because the e-mail was not delivered; {@code problem} is the message of {@link DeliveryFailed}.
     */
    @Transactional
    public void deliveryFailed(String number, Finding reason) {
        journal.workNote(
                number, Journal.SYSTEM, LocalizedMessage.of("provider.note.deliveryFailed", reason.cause(), LINK));
    }
}
