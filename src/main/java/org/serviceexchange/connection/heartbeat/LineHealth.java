package org.serviceexchange.connection.heartbeat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.serviceexchange.connection.suspension.Standstill;

/**
 * How the heartbeats of a connection go, at one point in time.
 *
 * @param state of the own heartbeats
 * @param heard of those of the other side: {@link LineState#SLOW} if they come more seldom than ours
 * @param standstill whether the connection rests
 * @param row the figures of both directions
 * @param hours each of the last 24 hours, oldest first
 * @param days each of the last 31 days, oldest first
 */
public record LineHealth(
        LineState state,
        LineState heard,
        Standstill standstill,
        HeartbeatRow row,
        List<HealthHistory.Slot> hours,
        List<HealthHistory.Slot> days) {

    static LineHealth of(HeartbeatRow row, Pace pace, Duration slowAfter, Standstill standstill, Instant now) {
        HealthHistory history = row.sent().history();
        return new LineHealth(
                LineState.of(row, pace, slowAfter, standstill, now),
                LineState.heard(row, pace, now),
                standstill,
                row,
                history.lastHours(now),
                history.lastDays(now));
    }
}
