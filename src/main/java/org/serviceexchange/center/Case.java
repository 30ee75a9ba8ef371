package org.serviceexchange.center;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.platform.message.LocalizedMessage;

/**
 * A registration or connection as shown in a list.
 *
 * @param name the company or provider on the other side
 * @param person the contact, or the person who opened the link
 * @param url base URL of the instance on the other side
 * @param tone how the state looks at a glance; it is always shown as text too
 * @param version the agreed protocol version; null before the instances exchanged messages
 * @param who whom the case is pending on, as text
 * @param since since when it is pending on them
 * @param expiresAt when the link expires; null if it can no longer be used
 * @param connection number, at this instance, of the living connection that it has led to; null if there is none
 * @param next the next action of a person of this instance, on the page of the case
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
        @Nullable String connection,
        LocalizedMessage next) {

    /** The same case, which waits for a person of this instance. */
    public Case pendingOnUs(LocalizedMessage whom) {
        return new Case(
                number,
                name,
                person,
                url,
                state,
                tone,
                version,
                PendingOn.US,
                whom,
                since,
                expiresAt,
                connection,
                next);
    }
}
