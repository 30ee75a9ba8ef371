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
