package org.serviceexchange.platform.health;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.health.Health;

/**
 * Runs a check in a thread of its own, one at a time, so that whoever asks gets an answer within a moment: the result,
 * or the last one while it is fresh, or else that nothing is known, which counts as down.
 */
public final class CheckAside {

    private static final Duration PATIENCE = Duration.ofMillis(300);
    private static final Duration FRESH = Duration.ofSeconds(10);

    private final String name;
    private final Supplier<Health> check;
    private final Duration fresh;
    private @Nullable CompletableFuture<Health> running;
    private volatile @Nullable Result last;

    public CheckAside(String name, Supplier<Health> check) {
        this(name, check, FRESH);
    }

    CheckAside(String name, Supplier<Health> check, Duration fresh) {
        this.name = name;
        this.check = check;
        this.fresh = fresh;
    }

    /** The health, within less than half a second. */
    public Health ask() {
        try {
            return start().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            return lastKnown();
        } catch (ExecutionException failed) {
            return Health.down().build();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return lastKnown();
        }
    }

    private synchronized CompletableFuture<Health> start() {
        CompletableFuture<Health> current = running;
        if (current == null || current.isDone()) {
            current = CompletableFuture.supplyAsync(this::run, this::inOwnThread);
            running = current;
        }
        return current;
    }

    private Health run() {
        Health health;
        try {
            health = check.get();
        } catch (RuntimeException failed) {
            health = Health.down().build();
        }
        last = new Result(health, System.nanoTime());
        return health;
    }

    private void inOwnThread(Runnable work) {
        Thread thread = new Thread(work, "health-" + name);
        thread.setDaemon(true);
        thread.start();
    }

    private Health lastKnown() {
        Result known = last;
        if (known == null || System.nanoTime() - known.at() >= fresh.toNanos()) {
            return Health.down().build();
        }
        return known.health();
    }

    private record Result(Health health, long at) {}
}
