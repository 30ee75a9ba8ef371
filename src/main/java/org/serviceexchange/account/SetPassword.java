package org.serviceexchange.account;

import java.time.Clock;
import org.serviceexchange.directory.HashedPassword;
import org.serviceexchange.directory.Users;
import org.serviceexchange.platform.problem.InputValidation;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.springframework.stereotype.Service;

/**
 * Sets a user's password for whoever has the user's link.
 *
 * <p>Security guarantees: A password link is used once. A password link ends when the user's password is changed, the
 * user's sessions are ended, or the user is deactivated.
 */
@Service
public class SetPassword {

    private final MakePasswordLink links;
    private final PasswordLinkRows rows;
    private final UsePasswordLink use;
    private final Users users;
    private final Clock clock;

    SetPassword(MakePasswordLink links, PasswordLinkRows rows, UsePasswordLink use, Users users, Clock clock) {
        this.links = links;
        this.rows = rows;
        this.use = use;
        this.users = users;
        this.clock = clock;
    }

    /** The user whose password a link sets; a {@code PASSWORD_LINK_REFUSED} problem if it cannot be used. */
    public String userOf(String secret) {
        return rows.userOf(links.hashOf(secret), clock.instant())
                .filter(userId -> users.findActive(userId).isPresent())
                .orElseThrow(() -> new Problem(ProblemCode.PASSWORD_LINK_REFUSED));
    }

    /** Sets the password; no transaction may be open, because hashing it takes time. */
    public void set(String secret, String password) {
        String userId = userOf(secret);
        HashedPassword hashed = users.hash(InputValidation.password(password, userId));
        use.up(links.hashOf(secret), userId, hashed);
    }
}
