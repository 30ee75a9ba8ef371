package org.serviceexchange.connection.heartbeat.store;

import org.serviceexchange.connection.heartbeat.HeartbeatRow.Sent;
import org.serviceexchange.platform.store.Row;

/** What became of the own heartbeats, as columns of the table heartbeat. */
final class SentColumns {

    /**
     * Leaves a newer proof alone: a heartbeat of the schedule and one that a person asked for may overtake each other. A proof
     * after the time of the next heartbeat is none: the clock was put back.
     */
    static final String UPDATE =
            "update heartbeat set proved_at = ?, round_trip = ?, clock_ahead = ?, failures = ?, failure = ?,"
                    + " history = ?, next_at = ? where module = ?"
                    + " and (proved_at is null or proved_at <= ? or proved_at > ?)";

    private SentColumns() {}

    /** The parameters of {@link #UPDATE}. */
    static Object[] values(String module, Sent sent) {
        return new Object[] {
            Row.utcOrNull(sent.provedAt()),
            sent.roundTrip(),
            sent.clockAhead(),
            sent.failures(),
            sent.failure(),
            sent.history().text(),
            Row.utc(sent.nextAt()),
            module,
            Row.utcOrNull(sent.provedAt()),
            Row.utc(sent.nextAt())
        };
    }
}
