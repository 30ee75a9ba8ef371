package org.serviceexchange.connection.health.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.connection.health.ConnectionIssue;
import org.serviceexchange.connection.health.TouchedConnection;

/**
 * A connection in the list of those that an issue touches.
 *
 * @param style class name of its score
 * @param failure code of the problem with the last heartbeat
 */
record TouchedLine(
        String number,
        int score,
        String style,
        List<ConnectionIssue> issues,
        @Nullable String failure) {

    static TouchedLine of(TouchedConnection one) {
        return new TouchedLine(
                one.number(), one.score(), HealthOfConnectionsPage.style(one.score()), one.issues(), one.failure());
    }
}
