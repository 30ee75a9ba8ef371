package org.serviceexchange.account;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.directory.PasswordLinks;
import org.serviceexchange.directory.User;
import org.serviceexchange.directory.Users;
import org.serviceexchange.platform.access.Role;
import org.serviceexchange.platform.mail.MailNotSent;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Gives a user a link, by e-mail or, if that cannot be, through an admin who copies it.
 *
 * <p>Security guarantees: Only an admin of the instance gets to see a password link of somebody else.
 */
@Service
public class IssuePasswordLink implements PasswordLinks {

    /** Over a weekend. */
    private static final Duration LIFE = Duration.ofDays(3);

    private static final Logger LOG = LoggerFactory.getLogger(IssuePasswordLink.class);

    private final Users users;
    private final MakePasswordLink links;
    private final PasswordLetters letters;
    private final PasswordLinkRows rows;

    IssuePasswordLink(Users users, MakePasswordLink links, PasswordLetters letters, PasswordLinkRows rows) {
        this.users = users;
        this.links = links;
        this.letters = letters;
        this.rows = rows;
    }

    @Override
    public Delivery issue(String userId, boolean byAdmin) {
        User user = usable(userId);
        if (!byAdmin && user.roles().stream().anyMatch(role -> role != Role.CONTACT)) {
            throw new Problem(ProblemCode.CONTACT_HAS_OTHER_ROLES, userId);
        }
        if (!letters.reach(user)) {
            return byAdmin ? copy(userId, null) : new Delivery(userId, null, null, null);
        }
        try {
            letters.send(user, links.make(userId, LIFE));
            LOG.info("A link for setting a password was sent to user {}", userId);
            return new Delivery(userId, user.mail(), null, null);
        } catch (MailNotSent refused) {
            rows.remove(userId);
            return byAdmin ? copy(userId, refused.problem()) : new Delivery(userId, null, null, refused.problem());
        }
    }

    /** Makes a link that an admin gives to the user by another way than e-mail. */
    public Delivery copy(String userId) {
        return copy(usable(userId).id(), null);
    }

    private Delivery copy(String userId, @Nullable Problem why) {
        Delivery shown = new Delivery(userId, null, links.make(userId, LIFE).link(), why);
        LOG.info("A link for setting the password of user {} was shown to an admin", userId);
        return shown;
    }

    private User usable(String userId) {
        User user = users.find(userId).orElseThrow(() -> new Problem(ProblemCode.USER_UNKNOWN, userId));
        if (users.findActive(userId).isEmpty()) {
            throw new Problem(ProblemCode.USER_DEACTIVATED, userId);
        }
        return user;
    }
}
