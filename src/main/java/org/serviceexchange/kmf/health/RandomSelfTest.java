package org.serviceexchange.kmf.health;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Draws twice from the random source, in a thread of its own, because a source that blocks would block its caller.
 *
 * <p>A thread that does not end may wait for the source or only for a core, and no time limit tells the two apart.
 * Therefore witnesses are started after it, one at a time, threads that need a core and nothing else. Only after many
 * of them ran to their end, over a while, is the source to blame. Until then the last known result stands; the first
 * test is waited for.
 */
final class RandomSelfTest {

    /** What a self-test found. */
    enum Result {
        DIFFERS,
        REPEATS,
        BLOCKS
    }

    private static final int WITNESSES = 100;
    private static final int STEPS_PER_CALL = 10;

    private final Supplier<byte[]> draw;
    private final Consumer<Runnable> thread;
    private final Duration step;
    private @Nullable Attempt running;
    private @Nullable Result known;

    /**
     * @param thread runs something in a new thread
     * @param step the shortest time between two witnesses
     */
    RandomSelfTest(Supplier<byte[]> draw, Consumer<Runnable> thread, Duration step) {
        this.draw = draw;
        this.thread = thread;
        this.step = step;
    }

    /** The result of the test that has ended last; begins a new one unless one is still running. */
    synchronized Result result() throws ExecutionException, InterruptedException {
        Attempt attempt = running;
        if (attempt == null) {
            attempt = new Attempt();
            running = attempt;
        }
        for (int steps = 0; known == null || steps < STEPS_PER_CALL; steps++) {
            if (attempt.endsWithinAStep()) {
                running = null;
                known = attempt.result();
                return known;
            }
            if (attempt.witnesses() >= WITNESSES) {
                known = Result.BLOCKS;
                return known;
            }
        }
        return known;
    }

    /** One draw of two values, and the witnesses started since. */
    private final class Attempt {

        private final FutureTask<Result> draws =
                new FutureTask<>(() -> Arrays.equals(draw.get(), draw.get()) ? Result.REPEATS : Result.DIFFERS);
        private FutureTask<Boolean> witness;
        private int ended;

        Attempt() {
            thread.accept(draws);
            witness = startWitness();
        }

        private FutureTask<Boolean> startWitness() {
            FutureTask<Boolean> next = new FutureTask<>(() -> true);
            thread.accept(next);
            return next;
        }

        boolean endsWithinAStep() throws InterruptedException {
            try {
                draws.get(step.toNanos(), TimeUnit.NANOSECONDS);
            } catch (TimeoutException | ExecutionException e) {
                return draws.isDone();
            }
            return true;
        }

        Result result() throws ExecutionException, InterruptedException {
            return draws.get();
        }

        /** How many witnesses ran to their end; starts the next one when the last has. */
        int witnesses() {
            if (witness.isDone()) {
                ended++;
                witness = startWitness();
            }
            return ended;
        }
    }
}
