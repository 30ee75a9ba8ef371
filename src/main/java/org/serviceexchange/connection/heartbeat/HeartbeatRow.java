package org.serviceexchange.connection.heartbeat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.connection.lineage.OwnLine;
import org.serviceexchange.connection.lineage.PeerView;

/**
 * What is kept of the heartbeats of one connection. The figures of the two directions never touch each other: what was heard
 * says nothing about whether the own heartbeats arrive.
 *
 * @param line what this side says of itself
 * @param stopped whether the other side found out that this database is a copy
 */
public record HeartbeatRow(FollowedConnection connection, OwnLine line, boolean stopped, Sent sent, Heard heard) {

    /**
     * The own heartbeats.
     *
     * @param provedAt when the other side answered last; null before the first time
     * @param roundTrip of the last answered heartbeat, in milliseconds
     * @param clockAhead by how many milliseconds the other side's clock was ahead
     * @param failures how often it has not answered since
     * @param failure code of the last problem
     * @param nextAt when the next one is due
     */
    public record Sent(
            @Nullable Instant provedAt,
            long roundTrip,
            long clockAhead,
            int failures,
            @Nullable String failure,
            HealthHistory history,
            Instant nextAt) {

        Sent proved(Instant at, long took, long ahead, Instant next) {
            return new Sent(at, took, ahead, 0, null, history.with(at, true, took), next);
        }

        Sent failed(Instant at, String code, Instant next) {
            return new Sent(provedAt, roundTrip, clockAhead, failures + 1, code, history.with(at, false, 0), next);
        }
    }

    /**
     * The other side's heartbeats.
     *
     * @param at when the last one was accepted; null before the first
     * @param version version of the other side's record, as it said
     * @param answer what the last accepted one was answered
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Heard(@Nullable Instant at, long version, PeerView view, byte[] answer) {

        Heard with(PeerView known) {
            return new Heard(at, version, known, answer);
        }
    }
}
