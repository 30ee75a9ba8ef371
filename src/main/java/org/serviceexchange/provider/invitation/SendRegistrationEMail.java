package org.serviceexchange.provider.invitation;

import java.time.Clock;
import java.util.Optional;
import org.serviceexchange.api.ServiceUsers;
import org.serviceexchange.directory.Company;
import org.serviceexchange.directory.Contact;
import org.serviceexchange.directory.Directory;
import org.serviceexchange.directory.ProviderRecord;
import org.serviceexchange.directory.User;
import org.serviceexchange.directory.Users;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.store.Recording;
import org.serviceexchange.provider.registration.DeliveryFailed;
import org.serviceexchange.provider.registration.DeliveryPostponed;
import org.serviceexchange.provider.registration.Registration;
import org.serviceexchange.provider.registration.RegistrationMail;
import org.serviceexchange.provider.registration.RegistrationMail.Invitation;
import org.serviceexchange.provider.registration.RegistrationRequest;
import org.serviceexchange.provider.registration.Registrations;
import org.springframework.stereotype.Service;

/** Sends the contact an e-mail with the link and instructions. */
@Service
public class SendRegistrationEMail {

    private final Registrations registrations;
    private final RegistrationLinks links;
    private final RegistrationMail mail;
    private final Directory directory;
    private final Users users;
    private final ServiceUsers serviceUsers;
    private final Journal journal;
    private final Clock clock;

    SendRegistrationEMail(
            Registrations registrations,
            RegistrationLinks links,
            RegistrationMail mail,
            Directory directory,
            Users users,
            ServiceUsers serviceUsers,
            Journal journal,
            Clock clock) {
        this.registrations = registrations;
        this.links = links;
        this.mail = mail;
        this.directory = directory;
        this.users = users;
        this.serviceUsers = serviceUsers;
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
        Registration registration =
                registrations.find(number).orElseThrow(() -> new Problem(ProblemCode.REGISTRATION_UNKNOWN, number));
        Invitation invitation = invitation(registration);
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

    private Invitation invitation(Registration registration) {
        RegistrationRequest request = registration.request();
        Contact contact = directory
                .contact(request.contactId())
                .orElseThrow(() -> new Problem(ProblemCode.CONTACT_UNKNOWN, request.contactId()));
        Optional<User> admin = users.find(serviceUsers.personBehind(request.requestedBy()));
        return new Invitation(
                request.number(),
                contact.displayName(),
                contact.mail(),
                contact.language(),
                directory.company(request.companyId()).map(Company::name).orElse(request.companyId()),
                request.shownUrl(),
                directory.providerRecord().map(ProviderRecord::name).orElse(""),
                admin.map(User::displayName).orElse(request.requestedBy()),
                admin.map(User::mail).orElse(""),
                links.addressOf(registration)
                        .orElseThrow(() -> registration.snapshot().notNow(ProblemCode.LINK_NOT_OPEN)),
                links.decliningOf(registration).orElseThrow(() -> new Problem(ProblemCode.BASE_URL_NOT_SET)),
                registration.link().orElseThrow().expiresAt());
    }
}
