package org.serviceexchange.account;

import java.time.Clock;
import org.serviceexchange.directory.HashedPassword;
import org.serviceexchange.directory.Users;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Uses a link up and sets the password, both or neither. */
@Service
class UsePasswordLink {

    private final PasswordLinkRows rows;
    private final Users users;
    private final Clock clock;

    UsePasswordLink(PasswordLinkRows rows, Users users, Clock clock) {
        this.rows = rows;
        this.users = users;
        this.clock = clock;
    }

    @Transactional
    public void up(String secretHash, String userId, HashedPassword password) {
        if (!rows.take(secretHash, clock.instant())) {
            throw new Problem(ProblemCode.PASSWORD_LINK_REFUSED);
        }
        users.changePassword(userId, password);
    }
}
