package org.serviceexchange.directory;

import java.util.List;
import java.util.Optional;

/** Companies, their contacts, and the provider record of this instance. */
public interface Directory {

    List<Company> companies();

    Optional<Company> company(String id);

    /** Contacts of every company, by display name; deactivated ones included. */
    List<Contact> contacts();

    /** Contacts of a company, by display name; deactivated ones included. */
    List<Contact> contacts(String companyId);

    Optional<Contact> contact(String userId);

    Optional<ProviderRecord> providerRecord();
}
