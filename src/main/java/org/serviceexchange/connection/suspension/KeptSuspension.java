package org.serviceexchange.connection.suspension;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The last suspension of one side of a connection, also after its end.
 *
 * @param connection number of the connection at this instance
 * @param own whether this side decided it, or the other one told of it
 * @param subject whose journal and page it has
 * @param saidAt when this side decided, or the other side's clock when it said so
 * @param version of the own record with which it is told; 0 of the other side's
 * @param confirmedAt when the other side was known to have heard of it; null before that
 */
public record KeptSuspension(
        String connection,
        boolean own,
        String subject,
        Suspension suspension,
        Instant saidAt,
        long version,
        @Nullable Instant confirmedAt) {

    KeptSuspension confirmed(Instant at) {
        return new KeptSuspension(connection, own, subject, suspension, saidAt, version, at);
    }
}
