package org.serviceexchange.connection.newcontact;

import java.util.Optional;
import org.springframework.stereotype.Service;

/** The contact of a connection that changed since the onboarding, for the page of the consumer. */
@Service
public class ContactInView {

    private final NamedContacts contacts;

    public ContactInView(NamedContacts contacts) {
        this.contacts = contacts;
    }

    public Optional<NamedContact> of(String number) {
        return contacts.of(number);
    }
}
