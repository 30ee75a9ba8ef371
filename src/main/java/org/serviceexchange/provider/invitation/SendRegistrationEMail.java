package org.serviceexchange.provider.invitation;

import java.time.Clock;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.store.Recording;
import org.serviceexchange.provider.registration.DeliveryFailed;
import org.serviceexchange.provider.registration.DeliveryPostponed;
import org.serviceexchange.provider.registration.Registration;
import org.serviceexchange.provider.registration.RegistrationMail;
import org.serviceexchange.provider.registration.RegistrationMail.Invitation;
import org.serviceexchange.provider.registration.RegistrationMail.Occasion;
import org.serviceexchange.provider.registration.Registrations;
import org.springframework.stereotype.Service;

/** Sends the contact an e-mail with the link and instructions. */
@Service
public class SendRegistrationEMail {

    private final Registrations registrations;
    private final Invitations invitations;
    private final RegistrationMail mail;
    private final Journal journal;
    private final Clock clock;

    SendRegistrationEMail(
            Registrations registrations, Invitations invitations, RegistrationMail mail, Journal journal, Clock clock) {
        this.registrations = registrations;
        this.invitations = invitations;
        this.mail = mail;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Sends the e-mail to the contact's current address.
     *
     * @throws DeliveryFailed if the mail server does not accept it
     * @throws DeliveryPostponed if the mail server asks to send it later
     */
    public Recording<Boolean> send(String number) {
        Registration registration = registrations.get(number);
        Invitation invitation = invitations.of(registration, Occasion.INVITATION);
        send(invitation);
        return () -> {
            journal.workNote(
                    number,
                    Journal.SYSTEM,
                    LocalizedMessage.of("provider.note.mailSent", invitation.contactName(), invitation.contactMail()));
            return true;
        };
    }

    /** Nobody needs an e-mail with a link that has expired. */
    private void send(Invitation invitation) {
        try {
            mail.send(invitation);
        } catch (DeliveryPostponed postponed) {
            if (clock.instant().isBefore(invitation.expiresAt())) {
                throw postponed;
            }
            throw postponed.givenUp();
        }
    }
}
