package org.serviceexchange.connection.heartbeat.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.connection.heartbeat.HeartbeatRow;
import org.serviceexchange.connection.heartbeat.Heartbeats;
import org.serviceexchange.connection.heartbeat.LineHealth;
import org.serviceexchange.connection.heartbeat.LineState;
import org.springframework.stereotype.Component;

/** What pages show of the heartbeats of a record: the template {@code heartbeat.html} draws it. */
@Component
public class HealthCards {

    private static final long NOTED_CLOCK_DIFFERENCE = 1000;

    private final Heartbeats heartbeats;
    private final Clock clock;

    HealthCards(Heartbeats heartbeats, Clock clock) {
        this.heartbeats = heartbeats;
        this.clock = clock;
    }

    /** The card of a registration or connection; empty if no heartbeats are sent for it. */
    public Optional<Card> of(String subject) {
        return heartbeats.of(subject).map(health -> card(health, clock.instant()));
    }

    /** What the card of this connection shows. */
    public static Card card(LineHealth health, Instant now) {
        return card(health.row().connection().subject(), health, now);
    }

    private static Card card(String subject, LineHealth health, Instant now) {
        HeartbeatRow.Sent sent = health.row().sent();
        long ahead = sent.clockAhead();
        return new Card(
                subject,
                health.state().name(),
                styleClass(health.state()),
                health.standstill().holds() ? health.standstill().until() : null,
                sent.provedAt(),
                sent.roundTrip(),
                sent.failures(),
                sent.failure(),
                sent.nextAt().isBefore(now) ? now : sent.nextAt(),
                health.row().heard().at(),
                sent.provedAt() != null && Math.abs(ahead) >= NOTED_CLOCK_DIFFERENCE ? ahead / 1000 : 0,
                health.state() == LineState.STOPPED || health.state() == LineState.QUARANTINED,
                List.of(HealthPicture.of("hours", health.hours()), HealthPicture.of("days", health.days())));
    }

    /** Class name of a state in {@code style.css}. */
    public static String styleClass(LineState state) {
        return switch (state) {
            case UP -> "state-ok";
            case SLOW, NEVER_SEEN, SUSPENDED, MAINTENANCE -> "state-warn";
            case DOWN, STOPPED, QUARANTINED -> "state-bad";
        };
    }

    /**
     * The figures of both directions.
     *
     * @param state a {@link LineState}
     * @param styleClass of the state's badge
     * @param restsUntil when a rest of the connection ends; null if it does not rest
     * @param provedAt when the other side answered last
     * @param roundTrip of that, in milliseconds
     * @param failures heartbeats that it has not answered since
     * @param failure code of the last problem
     * @param nextAt when the next heartbeat is due
     * @param heardAt when the last heartbeat of the other side was accepted
     * @param clockAhead by how many seconds the other side's clock is ahead; 0 if that is not worth a word
     * @param waiting whether a person has to decide
     * @param pictures of the last day and the last month
     */
    public record Card(
            String subject,
            String state,
            String styleClass,
            @Nullable Instant restsUntil,
            @Nullable Instant provedAt,
            long roundTrip,
            int failures,
            @Nullable String failure,
            Instant nextAt,
            @Nullable Instant heardAt,
            long clockAhead,
            boolean waiting,
            List<HealthPicture> pictures) {

        public Card {
            pictures = List.copyOf(pictures);
        }
    }
}
