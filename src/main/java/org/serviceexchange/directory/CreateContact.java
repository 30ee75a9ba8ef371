package org.serviceexchange.directory;

import org.serviceexchange.platform.problem.InputValidation;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.springframework.stereotype.Service;

/** Adds a contact of a company: a user who can log in at this instance only to consent. */
@Service
public class CreateContact {

    private final Users users;
    private final Directory directory;
    private final AddContact addContact;

    CreateContact(Users users, Directory directory, AddContact addContact) {
        this.users = users;
        this.directory = directory;
        this.addContact = addContact;
    }

    /** Creates an active contact; a user name that is in use is a {@code USER_NAME_TAKEN} problem. */
    public Contact create(Person person, String companyId, String password) {
        Company company =
                directory.company(companyId).orElseThrow(() -> new Problem(ProblemCode.COMPANY_UNKNOWN, companyId));
        InputValidation.password(password, person.userId());
        return addContact.add(person, company.id(), users.hash(password));
    }
}
