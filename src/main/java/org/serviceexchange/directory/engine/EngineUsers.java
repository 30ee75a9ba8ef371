package org.serviceexchange.directory.engine;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.IdentityService;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.directory.Accounts;
import org.serviceexchange.directory.Contact;
import org.serviceexchange.directory.Directory;
import org.serviceexchange.directory.HashedPassword;
import org.serviceexchange.directory.PasswordText;
import org.serviceexchange.directory.StoredPerson;
import org.serviceexchange.directory.User;
import org.serviceexchange.directory.Users;
import org.serviceexchange.platform.access.Role;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.security.SecurityEvent;
import org.serviceexchange.platform.security.SecurityLog;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Users and groups in the engine's identity service, as Camunda Admin shows them. */
@Component
class EngineUsers implements Users {

    private static final String TARGET = "user.target.name";
    private final IdentityService identities;
    private final EnginePasswords passwords;
    private final Directory directory;
    private final Accounts accounts;
    private final EngineMemberships memberships;

    EngineUsers(
            IdentityService identities,
            EnginePasswords passwords,
            Directory directory,
            Accounts accounts,
            EngineMemberships memberships) {
        this.identities = identities;
        this.passwords = passwords;
        this.directory = directory;
        this.accounts = accounts;
        this.memberships = memberships;
    }

    @Override
    public Optional<User> authenticate(String id, String password) {
        return passwords.right(entity(id), password) ? findActive(id) : Optional.empty();
    }

    @Override
    public HashedPassword hash(String password) {
        return passwords.hash(PasswordText.prepared(password));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<User> findActive(String id) {
        return accounts.active(id) && contactMayLogIn(id) ? find(id) : Optional.empty();
    }

    /** A contact whose record was altered may not, until it is repaired. */
    private boolean contactMayLogIn(String id) {
        try {
            return directory.contact(id).map(Contact::active).orElse(true);
        } catch (Problem e) {
            if (e.code() == ProblemCode.RECORD_ALTERED) {
                return false;
            }
            throw e;
        }
    }

    @Override
    @Transactional(readOnly = true)
    public boolean has(String id, Role role) {
        return memberships.rolesOf(id).contains(role);
    }

    @Override
    @Transactional(readOnly = true)
    public List<User> withRole(Role role) {
        return memberships.members(role).stream()
                .flatMap(member -> findActive(member.getId()).stream())
                .filter(user -> user.roles().contains(role))
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<User> find(String id) {
        return entity(id).map(user -> EnginePeople.user(user, memberships.rolesOf(id)));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<StoredPerson> person(String id) {
        return entity(id).map(EnginePeople::person);
    }

    @Override
    @Transactional
    public void create(
            String id,
            String firstName,
            String lastName,
            String mail,
            @Nullable HashedPassword password,
            Set<Role> roles) {
        if (entity(id).isPresent()) {
            throw new Problem(ProblemCode.USER_NAME_TAKEN, id);
        }
        var user = identities.newUser(id);
        user.setFirstName(firstName);
        user.setLastName(lastName);
        user.setEmail(mail);
        if (password != null) {
            EnginePasswords.set(user, password);
        }
        save(user);
        SecurityLog.record(SecurityEvent.USER_CREATED, TARGET, id);
        memberships.replace(id, roles);
    }

    @Override
    @Transactional
    public void changeRoles(String id, Set<Role> roles) {
        memberships.replace(id, roles);
    }

    @Override
    public boolean hasPassword(String id) {
        return entity(id).filter(EnginePasswords::known).isPresent();
    }

    /** Names and passwords have been checked, so that only the name can be refused: somebody had it before, or was faster. */
    private void save(org.camunda.bpm.engine.identity.User user) {
        try {
            identities.saveUser(user);
        } catch (BadUserRequestException refused) {
            throw new Problem(ProblemCode.USER_NAME_TAKEN, refused, user.getId());
        }
    }

    @Override
    public long securityVersion(String id) {
        return accounts.securityVersion(id);
    }

    @Override
    public void endSessions(String id) {
        SecurityLog.record(SecurityEvent.SESSIONS_ENDED, TARGET, id);
        accounts.raiseSecurityVersion(id);
    }

    @Override
    public void changeName(String id, String firstName, String lastName) {
        change(id, user -> {
            user.setFirstName(firstName);
            user.setLastName(lastName);
        });
    }

    @Override
    public void changeMail(String id, String mail) {
        change(id, user -> user.setEmail(mail));
    }

    @Override
    @Transactional
    public void changePassword(String id, HashedPassword password) {
        accounts.raiseSecurityVersion(id);
        change(id, user -> EnginePasswords.set(user, password));
        SecurityLog.record(SecurityEvent.PASSWORD_CHANGED, TARGET, id);
    }

    @Override
    public boolean anyAdmin() {
        return !memberships.members(Role.ADMIN).isEmpty();
    }

    @Override
    public boolean anyAdminWhoMayLogIn() {
        return withRole(Role.ADMIN).stream().anyMatch(admin -> hasPassword(admin.id()));
    }

    private void change(String id, Consumer<org.camunda.bpm.engine.identity.User> edit) {
        var user = entity(id).orElseThrow(() -> new Problem(ProblemCode.CONTACT_UNKNOWN, id));
        edit.accept(user);
        identities.saveUser(user);
    }

    private Optional<org.camunda.bpm.engine.identity.User> entity(String id) {
        return Optional.ofNullable(identities.createUserQuery().userId(id).singleResult());
    }
}
