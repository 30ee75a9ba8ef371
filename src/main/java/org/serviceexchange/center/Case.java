package org.serviceexchange.center;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.platform.message.LocalizedMessage;

/**
 * A registration or a connection as a list shows it.
 *
 * @param name the company or provider on the other side
 * @param person the contact, or who opened the link
 * @param url base URL of the instance on the other side
 * @param version of the protocol that was agreed; none before the instances have met
 * @param who whose turn it is, in words
 * @param since for how long it has been their turn
 * @param expiresAt when the link expires, while somebody can still use it
 * @param next what a person of this instance does next, on the page of the case
 */
public record Case(
        String number,
        String name,
        String person,
        String url,
        LocalizedMessage state,
        Tone tone,
        @Nullable Integer version,
        PendingOn pendingOn,
        LocalizedMessage who,
        Instant since,
        @Nullable Instant expiresAt,
        LocalizedMessage next) {}
