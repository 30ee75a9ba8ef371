package org.serviceexchange.provider.invitation;

import java.util.Optional;
import org.serviceexchange.api.ServiceUsers;
import org.serviceexchange.directory.Company;
import org.serviceexchange.directory.Contact;
import org.serviceexchange.directory.Directory;
import org.serviceexchange.directory.ProviderRecord;
import org.serviceexchange.directory.User;
import org.serviceexchange.directory.Users;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.provider.registration.Registration;
import org.serviceexchange.provider.registration.RegistrationMail.Invitation;
import org.serviceexchange.provider.registration.RegistrationMail.Occasion;
import org.serviceexchange.provider.registration.RegistrationRequest;
import org.springframework.stereotype.Component;

/** Writes what e-mails to a contact say. */
@Component
class Invitations {

    private final RegistrationLinks links;
    private final Directory directory;
    private final Users users;
    private final ServiceUsers serviceUsers;

    Invitations(RegistrationLinks links, Directory directory, Users users, ServiceUsers serviceUsers) {
        this.links = links;
        this.directory = directory;
        this.users = users;
        this.serviceUsers = serviceUsers;
    }

    /** A {@code LINK_NOT_OPEN} problem if there is no link. */
    Invitation of(Registration registration, Occasion occasion) {
        RegistrationRequest request = registration.request();
        Contact contact = directory
                .contact(request.contactId())
                .orElseThrow(() -> new Problem(ProblemCode.CONTACT_UNKNOWN, request.contactId()));
        Optional<User> admin = users.find(serviceUsers.personBehind(request.requestedBy()));
        return new Invitation(
                request.number(),
                request.contactId(),
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
                registration.link().orElseThrow().expiresAt(),
                occasion);
    }
}
