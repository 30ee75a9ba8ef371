package org.serviceexchange.connection.act.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.connection.act.ShownConnection;
import org.serviceexchange.connection.heartbeat.HeartbeatRow;
import org.serviceexchange.connection.heartbeat.LineHealth;
import org.serviceexchange.connection.heartbeat.LineState;
import org.serviceexchange.connection.rotation.KeyAge;
import org.serviceexchange.connection.rotation.KeysInView;
import org.serviceexchange.connection.suspension.Standstill;
import org.serviceexchange.platform.message.LocalizedMessage;

/**
 * How a connection is, in the API: apart from the connection itself, whose entity tag would otherwise change with every
 * heartbeat.
 *
 * @param state a {@link LineState}; {@code NOT_LIVING} if no heartbeats are sent for it
 * @param waiting whether a person of this instance has to decide before heartbeats go on
 * @param restsUntil until when a side lets it rest, for a suspension or maintenance; null if it does not rest
 * @param keys newest first
 * @param warning says that the keys in use are about to expire, or have
 */
record ConnectionHealthResource(
        String number,
        String state,
        boolean waiting,
        @Nullable Instant restsUntil,
        @Nullable Inbound inbound,
        @Nullable Outbound outbound,
        List<Key> keys,
        @Nullable String warning) {

    private static final String NOT_LIVING = "NOT_LIVING";

    /** The other side's heartbeats: when the last one was accepted. */
    record Inbound(@Nullable Instant heardAt) {}

    /**
     * The own heartbeats.
     *
     * @param answeredAt when the other side answered last
     * @param clockAheadMillis by how much the other side's clock was ahead
     * @param unanswered how often it has not answered since
     * @param failure code of the last problem
     */
    record Outbound(
            @Nullable Instant answeredAt,
            @Nullable Long roundTripMillis,
            @Nullable Long clockAheadMillis,
            int unanswered,
            @Nullable String failure) {

        static Outbound of(HeartbeatRow.Sent sent) {
            boolean answered = sent.provedAt() != null;
            return new Outbound(
                    sent.provedAt(),
                    answered ? sent.roundTrip() : null,
                    answered ? sent.clockAhead() : null,
                    sent.failures(),
                    sent.failure());
        }
    }

    /** Keys of the connection, by the id that both sides know. */
    record Key(String keyId, KeyAge.Use use, Instant madeAt, Instant expiresAt) {

        static Key of(KeyAge age) {
            return new Key(age.keyId(), age.use(), age.madeAt(), age.expiresAt());
        }
    }

    static ConnectionHealthResource of(
            ShownConnection connection,
            Optional<LineHealth> line,
            Standstill standstill,
            Optional<KeysInView.View> keys,
            Locale language) {
        LocalizedMessage warning = keys.map(KeysInView.View::warning).orElse(null);
        LineState state = line.map(LineHealth::state).orElse(null);
        HeartbeatRow row = line.map(LineHealth::row).orElse(null);
        return new ConnectionHealthResource(
                connection.number(),
                state == null ? NOT_LIVING : state.name(),
                state == LineState.STOPPED || state == LineState.QUARANTINED,
                standstill.holds() ? standstill.until() : null,
                row == null ? null : new Inbound(row.heard().at()),
                row == null ? null : Outbound.of(row.sent()),
                keys.map(KeysInView.View::ages).orElse(List.of()).stream()
                        .map(Key::of)
                        .toList(),
                warning == null ? null : warning.in(language));
    }
}
