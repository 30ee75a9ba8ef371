package org.serviceexchange.connection.health;

import java.time.Duration;
import java.time.Instant;
import org.serviceexchange.connection.heartbeat.HeartbeatSettings;
import org.serviceexchange.connection.heartbeat.Pace;

/**
 * The moments and durations from which something counts as an issue, as the page of a single connection computes them.
 *
 * @param silent the last answer must not be older
 * @param unheard the last heartbeat of the other side must not be older
 * @param keysEnd keys must be good beyond it
 * @param slow milliseconds that an answer may take
 */
public record Ages(Instant now, Instant silent, Instant unheard, Instant keysEnd, long slow) {

    /** By how many milliseconds two clocks may differ: signed messages are refused after five minutes. */
    public static final long CLOCKS = 60_000;

    /** After how many own heartbeats the other side should have been heard once. */
    public static final int FIRST_HEARD = 20;

    private static final Duration KEYS = Duration.ofDays(14);

    static Ages at(Instant now, HeartbeatSettings settings, long connections) {
        Duration tolerated = Pace.of(settings, connections).tolerated();
        Instant silent = now.minus(tolerated);
        return new Ages(
                now,
                silent,
                silent.minus(Pace.LONGEST),
                now.plus(KEYS),
                settings.slowAfter().toMillis());
    }
}
