package org.serviceexchange.provider.invitation;

import org.serviceexchange.journal.Journal;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Finding;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes the work note with the link, for the admin to copy and send. The journal keeps only the place of the link; the page
 * of the registration fills it in while the link can be used.
 */
@Service
public class WriteWorkNote {

    /** Stands in the text of the note where the link belongs. */
    public static final String LINK = "{registration-link}";

    private final Journal journal;

    public WriteWorkNote(Journal journal) {
        this.journal = journal;
    }

    /** Mail is off. */
    @Transactional
    public void mailIsOff(String number) {
        journal.workNote(number, Journal.SYSTEM, LocalizedMessage.of("provider.note.mailIsOff", LINK));
    }

    /** The e-mail was not delivered, for this reason. */
    @Transactional
    public void deliveryFailed(String number, Finding reason) {
        journal.workNote(
                number, Journal.SYSTEM, LocalizedMessage.of("provider.note.deliveryFailed", reason.cause(), LINK));
    }
}
