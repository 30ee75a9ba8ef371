package org.serviceexchange.provider.authorization;

import org.serviceexchange.directory.Contact;
import org.serviceexchange.directory.Directory;
import org.serviceexchange.directory.Users;
import org.serviceexchange.platform.access.Role;
import org.serviceexchange.provider.registration.Registration;
import org.serviceexchange.provider.registration.RegistrationRequest;
import org.springframework.stereotype.Service;

/** Decides whether a user is currently the contact of a registration; evaluated at every step and never cached. */
@Service
public class ContactMatch {

    private final Directory directory;
    private final Users users;

    public ContactMatch(Directory directory, Users users) {
        this.directory = directory;
        this.users = users;
    }

    /** True only for the contact (by immutable user id), while active, of the registered company, and with the role. */
    public boolean isContact(Registration registration, String userId) {
        RegistrationRequest request = registration.request();
        return request.contactId().equals(userId)
                && directory
                        .contact(userId)
                        .filter(Contact::active)
                        .filter(contact -> contact.companyId().equals(request.companyId()))
                        .isPresent()
                && users.has(userId, Role.CONTACT);
    }
}
