package org.serviceexchange.directory;

import java.util.Set;
import org.serviceexchange.platform.access.Role;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes a new contact, whose password has been hashed before the transaction, because that takes time. */
@Service
class AddContact {

    private final Users users;
    private final Directory directory;
    private final DirectoryRows rows;

    AddContact(Users users, Directory directory, DirectoryRows rows) {
        this.users = users;
        this.directory = directory;
        this.rows = rows;
    }

    @Transactional
    public Contact add(Person person, String companyId, HashedPassword password) {
        users.create(
                person.userId(), person.firstName(), person.lastName(), person.mail(), password, Set.of(Role.CONTACT));
        rows.addContact(person.userId(), companyId);
        return directory
                .contact(person.userId())
                .orElseThrow(() -> new Problem(ProblemCode.CONTACT_UNKNOWN, person.userId()));
    }
}
