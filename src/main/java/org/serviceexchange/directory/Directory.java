package org.serviceexchange.directory;

import java.util.List;
import java.util.Optional;

/** Reads companies, their contacts, and the provider record of this instance. */
public interface Directory {

    List<Company> companies();

    Optional<Company> company(String id);

    /** Contacts of all companies, by display name; including deactivated ones. */
    List<Contact> contacts();

    /** Contacts of a company, by display name; including deactivated ones. */
    List<Contact> contacts(String companyId);

    Optional<Contact> contact(String userId);

    Optional<ProviderRecord> providerRecord();
}
