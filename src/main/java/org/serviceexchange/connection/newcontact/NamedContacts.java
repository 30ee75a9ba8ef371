package org.serviceexchange.connection.newcontact;

import java.util.Optional;

/** The contacts of live connections that changed since the onboarding: at the provider as it says them, at the consumer as it heard. */
public interface NamedContacts {

    /** The contact of the record with this number; empty if it never changed. */
    Optional<NamedContact> of(String number);

    void save(String number, NamedContact contact);
}
