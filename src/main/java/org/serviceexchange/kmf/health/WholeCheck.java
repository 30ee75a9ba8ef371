package org.serviceexchange.kmf.health;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Where the check of all keys of modules stands. It runs once a night, one batch after another, and goes on after a
 * restart where it was.
 *
 * @param startedAt null while no check is in progress
 * @param afterModule the last module that was examined; null before the first
 * @param total how many keys there were at the beginning
 * @param examined how many keys were examined so far
 * @param found in how many modules something was found so far
 * @param last the result of the last check that reached the end; null before the first
 */
public record WholeCheck(
        @Nullable Instant startedAt,
        @Nullable String afterModule,
        long total,
        long examined,
        int found,
        @Nullable Result last) {

    /** Every night at this time, UTC. */
    private static final Duration AT = Duration.ofHours(1);

    /** Whether a check that is not in progress must begin: none has begun since the last 1 o'clock UTC. */
    boolean isDue(Instant now) {
        Instant today = now.truncatedTo(ChronoUnit.DAYS).plus(AT);
        Instant due = now.isBefore(today) ? today.minus(Duration.ofDays(1)) : today;
        return last == null || last.startedAt().isBefore(due);
    }

    WholeCheck begun(Instant now, long keys) {
        return new WholeCheck(now, null, keys, 0, 0, last);
    }

    WholeCheck advanced(String module, int keys, int bad) {
        return new WholeCheck(startedAt, module, Math.max(total, examined + keys), examined + keys, found + bad, last);
    }

    WholeCheck finished(Instant began, Instant now) {
        return new WholeCheck(null, null, 0, 0, 0, new Result(began, now, examined, found));
    }

    /**
     * What a check of all keys found.
     *
     * @param examined how many keys there were
     * @param found in how many modules something was found
     */
    public record Result(Instant startedAt, Instant finishedAt, long examined, int found) {}
}
