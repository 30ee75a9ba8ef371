package org.serviceexchange.directory;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.platform.access.Role;
import org.serviceexchange.platform.problem.InputValidation;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes, deactivates and activates a contact. */
@Service
public class EditContact {

    private final Users users;
    private final Directory directory;
    private final DirectoryRows rows;

    EditContact(Users users, Directory directory, DirectoryRows rows) {
        this.users = users;
        this.directory = directory;
        this.rows = rows;
    }

    /** Changes name, e-mail address or company of a contact. */
    @Transactional
    public void edit(Person person, String companyId) {
        Contact contact = known(person.userId());
        Company company =
                directory.company(companyId).orElseThrow(() -> new Problem(ProblemCode.COMPANY_UNKNOWN, companyId));
        users.changeName(person.userId(), person.firstName(), person.lastName());
        users.changeMail(person.userId(), person.mail());
        rows.changeContact(person.userId(), company.id(), contact.active());
    }

    /** Chooses the language of e-mails to a contact; null for the instance's default. */
    @Transactional
    public void setLanguage(String userId, @Nullable Locale language) {
        known(userId);
        rows.changeLanguage(userId, language);
    }

    /** Deactivates a contact, who then cannot log in, or activates the contact again. */
    @Transactional
    public void setActive(String userId, boolean active) {
        Contact contact = known(userId);
        onlyAContact(userId);
        rows.changeContact(userId, contact.companyId(), active);
        users.endSessions(userId);
    }

    /** Sets a new password for a contact who lost the old one. */
    public void setPassword(String userId, String password) {
        known(userId);
        onlyAContact(userId);
        users.changePassword(userId, users.hash(InputValidation.password(password, userId)));
    }

    /**
     * Refuses to edit a user who has another role too, so that nobody can take over or lock out an admin through the
     * pages for contacts.
     */
    private void onlyAContact(String userId) {
        boolean more = users.find(userId).stream()
                .flatMap(user -> user.roles().stream())
                .anyMatch(role -> role != Role.CONTACT);
        if (more) {
            throw new Problem(ProblemCode.CONTACT_HAS_OTHER_ROLES, userId);
        }
    }

    private Contact known(String userId) {
        return directory.contact(userId).orElseThrow(() -> new Problem(ProblemCode.CONTACT_UNKNOWN, userId));
    }
}
