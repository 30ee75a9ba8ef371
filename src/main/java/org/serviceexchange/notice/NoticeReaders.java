package org.serviceexchange.notice;

import java.util.Optional;
import org.serviceexchange.directory.User;
import org.serviceexchange.directory.Users;
import org.serviceexchange.platform.access.Role;
import org.springframework.stereotype.Component;

/**
 * The users who may get notices.
 *
 * <p>Security guarantees: Nobody is told anything who may not open the pages of which the notices speak.
 */
@Component
class NoticeReaders {

    private final Users users;

    NoticeReaders(Users users) {
        this.users = users;
    }

    /** The user, if active, with an address, and still somebody who administers Service Exchange. */
    Optional<User> find(String userId) {
        return users.findActive(userId)
                .filter(user -> Role.administer(user.roles()))
                .filter(user -> !user.mail().isEmpty());
    }

    /** The name of somebody, for sentences. */
    String nameOf(String userId) {
        return users.find(userId).map(User::displayName).orElse(userId);
    }
}
