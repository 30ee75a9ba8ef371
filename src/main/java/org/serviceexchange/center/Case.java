package org.serviceexchange.center;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.platform.message.LocalizedMessage;

/**
 * A registration or a connection as a list shows it.
 *
 * @param path of its page
 * @param name the company or provider on the other side
 * @param person the contact, or who opened the link
 * @param url base URL of the instance on the other side
 * @param look class name that colours the state; the state is told in words too
 * @param version of the protocol that was agreed; none before the instances have met
 * @param who whose turn it is, in words
 * @param since for how long it has been their turn
 * @param expiresAt when the link expires, while somebody can still use it
 * @param next what a person of this instance does next
 */
public record Case(
        String number,
        String path,
        String name,
        String person,
        String url,
        LocalizedMessage state,
        String look,
        @Nullable Integer version,
        PendingOn pendingOn,
        LocalizedMessage who,
        Instant since,
        @Nullable Instant expiresAt,
        Next next) {

    /** A step and the page on which it is done. */
    public record Next(LocalizedMessage label, String path) {}
}
