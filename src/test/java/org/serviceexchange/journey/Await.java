package org.serviceexchange.journey;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waits for a condition that two instances reach asynchronously. */
public final class Await {

    /**
     * Longer than anything takes on a machine with ten times the load that the tests make. A test that passes never waits for it.
     */
    public static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final long PAUSE_MILLIS = 200;

    private Await() {}

    public static void until(String state, Condition condition) {
        until(state, PATIENCE, condition);
    }

    static void until(String state, Duration patience, Condition condition) {
        long end = System.nanoTime() + patience.toNanos();
        while (!holds(condition)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("After " + patience.toSeconds() + " s it is still not so that " + state + ".");
            }
            pause();
        }
    }

    private static boolean holds(Condition condition) {
        try {
            return condition.holds();
        } catch (IOException e) {
            return false; // the instance is starting or stopping
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static void pause() {
        try {
            boolean never = new CountDownLatch(1).await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
            assert !never;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A condition that becomes true. */
    public interface Condition {
        boolean holds() throws IOException, InterruptedException;
    }
}
