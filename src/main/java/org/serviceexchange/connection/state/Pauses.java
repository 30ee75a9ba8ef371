package org.serviceexchange.connection.state;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The pauses between two tries to reach a peer: growing, over thirty days. */
final class Pauses {

    private static final List<Duration> FIRST =
            List.of(Duration.ofSeconds(20), Duration.ofMinutes(1), Duration.ofMinutes(2), Duration.ofMinutes(5));
    private static final Duration LATER = Duration.ofMinutes(10);
    private static final Duration LATEST = Duration.ofHours(1);

    /** A week of ten minutes each, then hours until thirty days are over. */
    private static final int LATER_TRIES = (int) Duration.ofDays(7).dividedBy(LATER);

    private static final int TRIES = LATER_TRIES + (int) Duration.ofDays(23).dividedBy(LATEST);

    private Pauses() {}

    /**
     * The pause after so many failed tries; null once there were enough. The peer then learns the truth when it asks by itself.
     *
     * @param chance from 0 to 1: lengthens the pause by up to a fifth, so that not all records of a peer come at once
     */
    static @Nullable Duration after(int tries, double chance) {
        if (tries >= TRIES) {
            return null;
        }
        Duration later = tries < LATER_TRIES ? LATER : LATEST;
        Duration pause = tries < FIRST.size() ? FIRST.get(tries) : later;
        return pause.plusMillis((long) (pause.toMillis() * chance / 5));
    }
}
