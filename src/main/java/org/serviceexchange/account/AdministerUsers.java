package org.serviceexchange.account;

import java.util.EnumSet;
import java.util.Set;
import org.serviceexchange.directory.Accounts;
import org.serviceexchange.directory.Contact;
import org.serviceexchange.directory.Directory;
import org.serviceexchange.directory.DirectoryRows;
import org.serviceexchange.directory.Person;
import org.serviceexchange.directory.User;
import org.serviceexchange.directory.Users;
import org.serviceexchange.platform.access.Role;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What admins do with users and their roles. Contacts are added on the page of their company, so nobody gets or loses the
 * role of a contact here.
 *
 * <p>Security guarantees: The last admin who may log in stays one.
 */
@Service
public class AdministerUsers {

    private final Users users;
    private final Directory directory;
    private final DirectoryRows rows;
    private final Accounts accounts;

    AdministerUsers(Users users, Directory directory, DirectoryRows rows, Accounts accounts) {
        this.users = users;
        this.directory = directory;
        this.rows = rows;
        this.accounts = accounts;
    }

    /** Adds a user, who sets the password by a link; a name that is or was in use is a {@code USER_NAME_TAKEN} problem. */
    @Transactional
    public void create(Person person, Set<Role> roles) {
        Set<Role> given = EnumSet.noneOf(Role.class);
        given.addAll(roles);
        given.remove(Role.CONTACT);
        users.create(person.userId(), person.firstName(), person.lastName(), person.mail(), null, given);
    }

    /** Changes names, e-mail address and roles. */
    @Transactional
    public void edit(Person person, Set<Role> roles) {
        User user = known(person.userId());
        Set<Role> given = EnumSet.noneOf(Role.class);
        given.addAll(roles);
        given.remove(Role.CONTACT);
        if (user.roles().contains(Role.CONTACT)) {
            given.add(Role.CONTACT);
        }
        rows.lockSetUp();
        users.changeName(user.id(), person.firstName(), person.lastName());
        if (!user.mail().equals(person.mail())) {
            // A link that is on its way to the old address must not work any more
            users.changeMail(user.id(), person.mail());
            users.endSessions(user.id());
        }
        users.changeRoles(user.id(), given);
        requireAdmin();
    }

    /** Ends a user's sessions and lets the user not log in, or lets the user log in again. */
    @Transactional
    public void setActive(String userId, boolean active) {
        User user = known(userId);
        rows.lockSetUp();
        accounts.setActive(user.id(), active);
        directory
                .contact(user.id())
                .map(Contact::companyId)
                .ifPresent(company -> rows.changeContact(user.id(), company, active));
        requireAdmin();
    }

    /** Ends a user's sessions; the user may log in again. */
    @Transactional
    public void endSessions(String userId) {
        users.endSessions(known(userId).id());
    }

    private User known(String userId) {
        return users.find(userId).orElseThrow(() -> new Problem(ProblemCode.USER_UNKNOWN, userId));
    }

    /** Changes of admins are made one after the other, so that two admins cannot deactivate each other. */
    private void requireAdmin() {
        if (!users.anyAdminWhoMayLogIn()) {
            throw new Problem(ProblemCode.LAST_ADMIN);
        }
    }
}
