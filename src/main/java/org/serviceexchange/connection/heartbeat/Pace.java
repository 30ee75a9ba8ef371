package org.serviceexchange.connection.heartbeat;

import java.time.Duration;

/**
 * The pauses between heartbeats: stretched with the number of connections, and while the other side does not answer.
 *
 * @param pause between two heartbeats of a connection that works
 */
public record Pace(Duration pause) {

    /** However long the other side is silent, it is tried at least once a day. */
    public static final Duration LONGEST = Duration.ofDays(1);

    /** How soon a heartbeat that failed is tried again for the first time. */
    static final Duration RETRY = Duration.ofMinutes(1);

    private static final double JITTER = 0.2;
    private static final int MOST_DOUBLINGS = 20;

    /** The pace for so many connections. */
    public static Pace of(HeartbeatSettings settings, long connections) {
        Duration fastest = Duration.ofMillis(1000 * connections / settings.perSecond());
        Duration pause = fastest.compareTo(settings.pause()) > 0 ? fastest : settings.pause();
        return new Pace(shorter(pause, LONGEST));
    }

    /**
     * The pause before the next heartbeat.
     *
     * @param failures how often the other side has not answered since it last did
     * @param chance from 0 to 1; makes the pause up to a fifth shorter, so that connections do not send in step
     */
    Duration after(int failures, double chance) {
        Duration whole = switch (failures) {
            case 0 -> pause;
            case 1 -> shorter(pause, RETRY);
            default -> shorter(pause.multipliedBy(1L << Math.min(failures - 2, MOST_DOUBLINGS)), LONGEST);
        };
        return Duration.ofMillis((long) (whole.toMillis() * (1 - JITTER * chance)));
    }

    /** Age of the last answer from which a connection counts as down: two heartbeats were missed. */
    public Duration tolerated() {
        return pause.multipliedBy(5).dividedBy(2).plusSeconds(15);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
