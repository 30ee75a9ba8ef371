package org.serviceexchange.provider.invitation;

import java.util.Optional;
import java.util.UUID;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.platform.mail.ReturnedMailReader;
import org.serviceexchange.platform.mail.SentMail;
import org.serviceexchange.platform.mail.SentMails;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Finding;
import org.serviceexchange.provider.registration.Registration;
import org.serviceexchange.provider.registration.Registrations;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * An e-mail to the contact came back after the mail server had taken it: what was an invitation becomes the turn of an admin,
 * as if it had been refused at once.
 *
 * <p>Security guarantees: Only an e-mail that was sent and has not come back before counts. Whoever has read an e-mail to a
 * contact can make an admin look after it once, and nothing else.
 */
@Service
public class ReturnedRegistrationMail implements ReturnedMailReader {

    /** E-mails that bring the link. */
    public static final String INVITATION = "invitation";

    private final SentMails sentMails;
    private final Registrations registrations;
    private final WriteWorkNote writeWorkNote;
    private final Journal journal;

    public ReturnedRegistrationMail(
            SentMails sentMails, Registrations registrations, WriteWorkNote writeWorkNote, Journal journal) {
        this.sentMails = sentMails;
        this.registrations = registrations;
        this.writeWorkNote = writeWorkNote;
        this.journal = journal;
    }

    @Override
    @Transactional
    public boolean returned(UUID id, Finding why) {
        Optional<SentMail> known = sentMails.take(id);
        known.ifPresent(mail -> record(mail, why));
        return known.isPresent();
    }

    private void record(SentMail mail, Finding why) {
        if (!mail.kind().equals(INVITATION)) {
            note(mail, "provider.note.commentNotMailed", why);
        } else if (contactStillNeeds(mail)) {
            writeWorkNote.deliveryFailed(mail.record(), why);
        } else {
            note(mail, "provider.note.mailReturned", why);
        }
    }

    /** Whether the link of the e-mail is the one in force, and nobody has used it. */
    private boolean contactStillNeeds(SentMail mail) {
        Registration registration = registrations.lock(mail.record());
        return registration.isOpen()
                && registration.claim().isEmpty()
                && registration
                        .link()
                        .filter(link -> link.expiresAt().equals(mail.linkUntil()))
                        .isPresent();
    }

    private void note(SentMail mail, String text, Finding why) {
        journal.workNote(mail.record(), Journal.SYSTEM, LocalizedMessage.of(text, why.cause()));
    }
}
