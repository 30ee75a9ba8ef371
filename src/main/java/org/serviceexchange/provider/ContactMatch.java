package org.serviceexchange.provider;

import org.serviceexchange.instance.Contact;
import org.serviceexchange.instance.Directory;
import org.serviceexchange.instance.Role;
import org.serviceexchange.instance.Users;
import org.springframework.stereotype.Service;

/** Whether a user is the contact of a registration, now; asked at every step and never remembered. */
@Service
public class ContactMatch {

    private final Directory directory;
    private final Users users;

    ContactMatch(Directory directory, Users users) {
        this.directory = directory;
        this.users = users;
    }

    /** True for the contact only, while active, of the registered company, and with the role; by immutable user id. */
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
