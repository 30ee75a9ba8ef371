package org.serviceexchange.provider.keyexchange;

import org.serviceexchange.journal.Journal;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.provider.registration.KeyAgreement;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Informs the admins that the key exchange is suspended. */
@Service
public class ReportSuspension {

    private final Journal journal;

    ReportSuspension(Journal journal) {
        this.journal = journal;
    }

    /** Writes a work note; earlier journal entries contain the reasons of the individual failures. */
    @Transactional
    public void report(String number) {
        journal.workNote(
                number,
                Journal.SYSTEM,
                LocalizedMessage.of("provider.note.suspended", KeyAgreement.FAILURES_UNTIL_SUSPENSION));
    }
}
