package org.serviceexchange.directory;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes companies, contacts and the provider record; the use cases of this package decide what to write. */
public interface DirectoryRows {

    /** Adds a company; a name that is in use is a {@code COMPANY_NAME_TAKEN} problem. */
    void add(Company company);

    /** Changes name and state of a company; a name that is in use is a {@code COMPANY_NAME_TAKEN} problem. */
    void change(Company company);

    /** Makes a user an active contact of a company. */
    void addContact(String userId, String companyId);

    /** Changes company and state of a contact. */
    void changeContact(String userId, String companyId, boolean active);

    /** Changes the language of e-mails to a contact; null for none. */
    void changeLanguage(String userId, @Nullable Locale language);

    /** Creates or changes the provider record. */
    void save(ProviderRecord providerRecord);

    /** Blocks other transactions, on all nodes, that also set up an empty instance, until this one ends. */
    void lockSetUp();
}
