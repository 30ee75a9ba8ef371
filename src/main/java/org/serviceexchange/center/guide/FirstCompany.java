package org.serviceexchange.center.guide;

import org.serviceexchange.directory.Company;
import org.serviceexchange.directory.Contact;
import org.serviceexchange.directory.CreateCompany;
import org.serviceexchange.directory.CreateContact;
import org.serviceexchange.directory.Directory;
import org.serviceexchange.directory.Person;
import org.serviceexchange.directory.SameName;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Enters a company together with its contact: both or neither. */
@Service
public class FirstCompany {

    private final Directory directory;
    private final CreateCompany createCompany;
    private final CreateContact createContact;

    FirstCompany(Directory directory, CreateCompany createCompany, CreateContact createContact) {
        this.directory = directory;
        this.createCompany = createCompany;
        this.createContact = createContact;
    }

    /** A company of this name that is there already gets the contact; the problems are those of both use cases. */
    @Transactional
    public Contact create(String name, Person person) {
        String key = SameName.key(name);
        Company company = directory.companies().stream()
                .filter(one -> one.active() && SameName.key(one.name()).equals(key))
                .findFirst()
                .orElseGet(() -> createCompany.create(name));
        return createContact.create(person, company.id());
    }
}
