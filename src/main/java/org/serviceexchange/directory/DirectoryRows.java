package org.serviceexchange.directory;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes companies, contacts and the provider record; the use cases of this package decide what is written. */
public interface DirectoryRows {

    /** Adds a company; a taken name is a {@code COMPANY_NAME_TAKEN} problem. */
    void add(Company company);

    /** Replaces name and state of a company; a taken name is a {@code COMPANY_NAME_TAKEN} problem. */
    void change(Company company);

    /** Makes a user of the directory a contact, active, of a company. */
    void addContact(String userId, String companyId);

    /** Replaces company and state of a contact. */
    void changeContact(String userId, String companyId, boolean active);

    /** Replaces the language of e-mails to a contact; nothing: nobody chose one. */
    void changeLanguage(String userId, @Nullable Locale language);

    /** Replaces the provider record, or makes it. */
    void save(ProviderRecord providerRecord);

    /** Lets one transaction at a time, of all nodes, make what an empty instance lacks. */
    void lockSetUp();
}
