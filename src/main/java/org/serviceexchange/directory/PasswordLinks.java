package org.serviceexchange.directory;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.platform.problem.Problem;

/** One-time links by which users set their passwords; nobody sets a password for somebody else. */
public interface PasswordLinks {

    /**
     * Makes a link and sends it to the user; no transaction may be open, because this takes time.
     *
     * @param byAdmin whether an admin of the instance asks: others may send links to contacts without other roles only,
     *     and do not get to see a link
     */
    Delivery issue(String userId, boolean byAdmin);

    /**
     * What became of a link.
     *
     * @param sentTo the e-mail address to which it was sent; null if it was not
     * @param link the link, to be shown once; null if it was sent or may not be shown
     * @param why why the mail server did not take it; null if it did, or was not asked
     */
    record Delivery(
            String userId,
            @Nullable String sentTo,
            @Nullable URI link,
            @Nullable Problem why) {

        @Override
        public String toString() {
            return "Delivery[" + userId + "]";
        }
    }
}
