package org.serviceexchange.connection.heartbeat;

import java.time.Duration;
import java.time.Instant;

/** How the heartbeats of a connection go; computed from ages whenever somebody asks, never stored. */
public enum LineState {
    UP,
    SLOW,
    DOWN,
    NEVER_SEEN,
    STOPPED,
    QUARANTINED;

    /**
     * How the heartbeats of the other side arrive. Nobody here knows its pause, which grows with the number of its
     * connections; but it sends one a day at least.
     */
    static LineState heard(HeartbeatRow row, Pace pace, Instant now) {
        Instant at = row.heard().at();
        if (at == null) {
            return NEVER_SEEN;
        }
        if (!now.isAfter(at.plus(pace.tolerated()))) {
            return UP;
        }
        return now.isAfter(at.plus(Pace.LONGEST).plus(pace.tolerated())) ? DOWN : SLOW;
    }

    static LineState of(HeartbeatRow row, Pace pace, Duration slowAfter, Instant now) {
        if (row.stopped()) {
            return STOPPED;
        }
        if (row.heard().view().quarantined()) {
            return QUARANTINED;
        }
        Instant proved = row.sent().provedAt();
        if (proved == null) {
            return NEVER_SEEN;
        }
        if (now.isAfter(proved.plus(pace.tolerated()))) {
            return DOWN;
        }
        return row.sent().roundTrip() > slowAfter.toMillis() ? SLOW : UP;
    }
}
