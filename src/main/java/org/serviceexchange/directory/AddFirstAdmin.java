package org.serviceexchange.directory;

import java.util.EnumSet;
import java.util.Set;
import org.serviceexchange.platform.access.Role;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.security.SecurityEvent;
import org.serviceexchange.platform.security.SecurityLog;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes the first admin, unless somebody else was faster. */
@Service
class AddFirstAdmin {

    private static final Set<Role> ROLES =
            EnumSet.of(Role.ADMIN, Role.SERVICE_EXCHANGE_ADMIN, Role.KMF_ADMIN, Role.CRYPTOGRAPHIC_MANAGER);

    private final Users users;
    private final DirectoryRows rows;

    AddFirstAdmin(Users users, DirectoryRows rows) {
        this.users = users;
        this.rows = rows;
    }

    @Transactional
    public void add(Person admin, HashedPassword password) {
        rows.lockSetUp();
        if (users.anyAdmin()) {
            throw new Problem(ProblemCode.SETUP_SECRET_REFUSED);
        }
        users.create(admin.userId(), admin.firstName(), admin.lastName(), admin.mail(), password, ROLES);
        SecurityLog.record(SecurityEvent.SET_UP, "user.target.name", admin.userId());
    }
}
