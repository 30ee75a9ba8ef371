package org.serviceexchange.connection.health;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.protocol.wire.ConnectionSide;

/**
 * A living connection and what is wrong with it.
 *
 * @param number its number at this instance
 * @param subject whose page and journal it has: the registration at the provider, the connection at the consumer
 * @param issues the worst first
 * @param failure code of the problem with the last heartbeat; null if that was answered
 */
public record TouchedConnection(
        String number,
        String subject,
        ConnectionSide side,
        List<ConnectionIssue> issues,
        @Nullable String failure) {

    public TouchedConnection {
        issues = issues.stream().distinct().sorted().toList();
    }

    /** From 100, if nothing is wrong, down to 0. */
    public int score() {
        return ConnectionIssue.score(issues);
    }
}
