package org.serviceexchange.rehearsal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.serviceexchange.rehearsal.engine.JumpingClock;
import org.serviceexchange.rehearsal.engine.PendingJob;

/** A provider and a consumer in this JVM, whose time jumps from one thing that is due to the next. */
final class RehearsedPair implements AutoCloseable {

    /** Many times as many as the processes of this application need for whatever becomes due at a moment. */
    private static final int MOST_JOBS = 2000;

    /** More often than a step that fails for a while is tried here. */
    private static final int MOST_RETRIES = 4;

    private final JumpingClock clock = new JumpingClock();
    private final Witness witness = new Witness();
    private final Map<ConnectionSide, RehearsedSide> sides = new EnumMap<>(ConnectionSide.class);
    private final PassingFolder home;

    /** Starts one side. */
    @FunctionalInterface
    interface Starting {
        RehearsedSide of(ConnectionSide side, Path home, Clock clock, Witness witness) throws IOException;
    }

    /** Starts both; if one of them does not start, the other is stopped again. */
    RehearsedPair(Starting starting) throws IOException {
        home = new PassingFolder("rehearsal");
        try {
            for (ConnectionSide side : ConnectionSide.values()) {
                sides.put(side, starting.of(side, home.folder(side.name()), clock, witness));
            }
        } finally {
            if (sides.size() < ConnectionSide.values().length) {
                close();
            }
        }
    }

    RehearsedSide side(ConnectionSide side) {
        return Objects.requireNonNull(sides.get(side));
    }

    Instant now() {
        return clock.instant();
    }

    Witness witness() {
        return witness;
    }

    /** Does all that is due, on both sides, except what is held; what fails is tried again when its pause is over. */
    void settle(Predicate<PendingJob> held) {
        int retries = 0;
        for (int done = 0; done < MOST_JOBS; done++) {
            if (!doDue(held)) {
                Optional<Instant> again = nextRetry(held);
                if (again.isEmpty() || retries++ == MOST_RETRIES) {
                    return;
                }
                clock.jumpTo(again.get());
            }
        }
    }

    private boolean doDue(Predicate<PendingJob> held) {
        boolean did = false;
        for (RehearsedSide side : sides.values()) {
            for (PendingJob job : side.engine().due()) {
                if (!held.test(job) && side.engine().exists(job.id())) {
                    side.engine().execute(job);
                    did = true;
                }
            }
        }
        return did;
    }

    private Optional<Instant> nextRetry(Predicate<PendingJob> held) {
        return sides.values().stream()
                .flatMap(side -> side.engine().failed().stream())
                .filter(job -> !held.test(job))
                .map(PendingJob::due)
                .min(Comparator.naturalOrder());
    }

    /** When something is due next on either side. */
    private Optional<Instant> next() {
        return sides.values().stream()
                .flatMap(side -> side.engine().next().stream())
                .min(Comparator.naturalOrder());
    }

    /** Lets time pass: jumps to each moment at which something is due, and does it unless it is held. */
    void pass(Duration time, Predicate<PendingJob> held) {
        Instant end = now().plus(time);
        for (int jumps = 0; jumps < MOST_JOBS; jumps++) {
            Optional<Instant> next = next().filter(due -> due.isBefore(end));
            if (next.isEmpty()) {
                break;
            }
            clock.jumpTo(next.get());
            doDue(held);
        }
        clock.jumpTo(end);
        settle(held);
    }

    /** Jumps until a job was done or taken back; false if its time cannot be reached. */
    boolean passUntilDone(RehearsedSide side, PendingJob awaited) {
        for (int jumps = 0; jumps < MOST_JOBS && side.engine().exists(awaited.id()); jumps++) {
            Optional<Instant> next = next();
            if (next.isEmpty()) {
                return false;
            }
            clock.jumpTo(next.get());
            doDue(job -> false);
        }
        return !side.engine().exists(awaited.id());
    }

    /** Jumps over a time in which nothing else happens than what the clocks say. */
    void skip(Duration time) {
        clock.jumpTo(now().plus(time));
    }

    /** Both sides do what they do every few seconds. */
    void round() {
        sides.values().forEach(RehearsedSide::round);
        settle(job -> false);
    }

    @Override
    public void close() {
        sides.values().forEach(RehearsedSide::close);
        clock.close();
        home.close();
    }
}
