package org.serviceexchange.directory;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.platform.access.Role;
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
    private final Accounts accounts;

    EditContact(Users users, Directory directory, DirectoryRows rows, Accounts accounts) {
        this.users = users;
        this.directory = directory;
        this.rows = rows;
        this.accounts = accounts;
    }

    /**
     * Changes name, e-mail address or company of a contact.
     *
     * @param byAdmin whether an admin of the instance does it; others may not change where links for a new password go
     *     once there is a password, because whoever could would be able to log in and consent as the contact
     */
    @Transactional
    public void edit(Person person, String companyId, boolean byAdmin) {
        Contact contact = known(person.userId());
        if (!byAdmin && !person.mail().equals(contact.mail())) {
            onlyAContact(person.userId());
            if (users.hasPassword(person.userId())) {
                throw new Problem(ProblemCode.CONTACT_MAIL_KEPT, person.userId());
            }
        }
        Company company =
                directory.company(companyId).orElseThrow(() -> new Problem(ProblemCode.COMPANY_UNKNOWN, companyId));
        users.changeName(person.userId(), person.firstName(), person.lastName());
        if (!person.mail().equals(contact.mail())) {
            // A link that is on its way to the old address must not work any more
            users.changeMail(person.userId(), person.mail());
            users.endSessions(person.userId());
        }
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
        accounts.setActive(userId, active);
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
