package org.serviceexchange.platform.store;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/** Removes rows that nobody needs any longer; {@link Housekeeping} runs it. */
public interface HousekeepingTask {

    /** The table, or the kind of rows, as it appears in the log and in the metric. */
    String name();

    /** How much time passes between two runs, on all nodes together. */
    Duration interval();

    /** Removes what is no longer needed at this time, and returns how many rows that were. */
    int run(Instant now);

    /** Whether it begins a transaction for each part of its work, so that a part that fails does not undo the others. */
    default boolean inParts() {
        return false;
    }

    /** A task that is one statement or call. */
    static HousekeepingTask of(String name, Duration interval, Removal removal) {
        return of(name, interval, removal, false);
    }

    /** A task that has something begin outside of its transaction, on one node; it removes nothing. */
    static HousekeepingTask starting(String name, Duration interval, Runnable start) {
        return of(name, interval, now -> {
            start.run();
            return 0;
        });
    }

    /** A task {@link #inParts}, which removes nothing. */
    static HousekeepingTask ofParts(String name, Duration interval, Consumer<Instant> parts) {
        return of(
                name,
                interval,
                now -> {
                    parts.accept(now);
                    return 0;
                },
                true);
    }

    private static HousekeepingTask of(String name, Duration interval, Removal removal, boolean inParts) {
        return new HousekeepingTask() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Duration interval() {
                return interval;
            }

            @Override
            public int run(Instant now) {
                return removal.remove(now);
            }

            @Override
            public boolean inParts() {
                return inParts;
            }
        };
    }

    /** What a task does at a time. */
    @FunctionalInterface
    interface Removal {

        int remove(Instant now);
    }
}
