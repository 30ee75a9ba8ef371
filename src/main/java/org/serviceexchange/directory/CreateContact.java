package org.serviceexchange.directory;

import java.util.Set;
import org.serviceexchange.platform.access.Role;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Adds a contact of a company: a user who can log in at this instance only to consent. */
@Service
public class CreateContact {

    private final Users users;
    private final Directory directory;
    private final DirectoryRows rows;

    CreateContact(Users users, Directory directory, DirectoryRows rows) {
        this.users = users;
        this.directory = directory;
        this.rows = rows;
    }

    /**
     * Creates an active contact, who sets the password by a link; a user name that is in use is a {@code USER_NAME_TAKEN}
     * problem.
     */
    @Transactional
    public Contact create(Person person, String companyId) {
        Company company =
                directory.company(companyId).orElseThrow(() -> new Problem(ProblemCode.COMPANY_UNKNOWN, companyId));
        users.create(person.userId(), person.firstName(), person.lastName(), person.mail(), null, Set.of(Role.CONTACT));
        rows.addContact(person.userId(), company.id());
        return directory
                .contact(person.userId())
                .orElseThrow(() -> new Problem(ProblemCode.CONTACT_UNKNOWN, person.userId()));
    }
}
