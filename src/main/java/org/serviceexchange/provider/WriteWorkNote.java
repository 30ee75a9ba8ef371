package org.serviceexchange.provider;

import org.serviceexchange.journal.Journal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells the admin that the link has to be sent by hand; the link itself stays on the registration's page. */
@Service
public class WriteWorkNote {

    private static final String BY_HAND =
            "Copy the link from the page of this registration and send it to the contact by a way you trust.";

    private final Journal journal;

    WriteWorkNote(Journal journal) {
        this.journal = journal;
    }

    /** Mail is off. */
    @Transactional
    public void mailIsOff(String number) {
        journal.workNote(number, Journal.SYSTEM, "Mail is off on this instance. " + BY_HAND);
    }

    /** The mail server did not take the e-mail. */
    @Transactional
    public void deliveryFailed(String number, String reason) {
        journal.workNote(
                number, Journal.SYSTEM, "The registration e-mail could not be delivered: " + reason + " " + BY_HAND);
    }
}
