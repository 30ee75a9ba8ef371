package org.serviceexchange.connection.heartbeat;

import java.time.Duration;
import java.time.Instant;
import org.serviceexchange.connection.suspension.Standstill;
import org.serviceexchange.connection.suspension.Suspension;

/** How the heartbeats of a connection go; computed from ages whenever somebody asks, never stored. */
public enum LineState {
    UP,
    SLOW,
    DOWN,
    NEVER_SEEN,
    STOPPED,
    QUARANTINED,
    /** One side suspended the connection: whether heartbeats are answered alarms nobody. */
    SUSPENDED,
    /** One side is being worked on, as it announced. */
    MAINTENANCE;

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

    static LineState of(HeartbeatRow row, Pace pace, Duration slowAfter, Standstill standstill, Instant now) {
        if (row.stopped()) {
            return STOPPED;
        }
        if (row.heard().view().quarantined()) {
            return QUARANTINED;
        }
        if (standstill.holds()) {
            return standstill.kind() == Suspension.Kind.SUSPENDED ? SUSPENDED : MAINTENANCE;
        }
        Instant proved = row.sent().provedAt();
        if (proved == null) {
            return NEVER_SEEN;
        }
        // After a rest the other side gets the time for a heartbeat
        Instant counted = proved.isAfter(standstill.until()) ? proved : standstill.until();
        if (now.isAfter(counted.plus(pace.tolerated()))) {
            return DOWN;
        }
        return row.sent().roundTrip() > slowAfter.toMillis() ? SLOW : UP;
    }
}
