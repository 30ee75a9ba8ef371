package org.serviceexchange.platform.measure;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The values of a source, read at most once in a while and one reading at a time, in a thread of its own: whoever asks for
 * metrics waits for a moment at most, also while the database does not answer. A value that is not known is NaN, never an
 * old one.
 */
final class LatestSample {

    private static final Duration FRESH = Duration.ofSeconds(15);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final SampleSource source;
    private final Duration patience;
    private final LongSupplier nanoTime;
    private @Nullable CompletableFuture<Map<SampledGauge, Double>> reading;
    private long begun;

    LatestSample(SampleSource source) {
        this(source, PATIENCE, System::nanoTime);
    }

    LatestSample(SampleSource source, Duration patience, LongSupplier nanoTime) {
        this.source = source;
        this.patience = patience;
        this.nanoTime = nanoTime;
    }

    double of(SampledGauge gauge) {
        try {
            return current().get(patienceLeft(), TimeUnit.NANOSECONDS).getOrDefault(gauge, 0.0);
        } catch (ExecutionException | TimeoutException notKnown) {
            return Double.NaN;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Double.NaN;
        }
    }

    private synchronized CompletableFuture<Map<SampledGauge, Double>> current() {
        CompletableFuture<Map<SampledGauge, Double>> latest = reading;
        if (latest == null || (latest.isDone() && nanoTime.getAsLong() - begun >= FRESH.toNanos())) {
            begun = nanoTime.getAsLong();
            latest = CompletableFuture.supplyAsync(source::sample, LatestSample::inOwnThread);
            reading = latest;
        }
        return latest;
    }

    /** All values of one reading share the patience. */
    private synchronized long patienceLeft() {
        return Math.max(0, begun + patience.toNanos() - nanoTime.getAsLong());
    }

    private static void inOwnThread(Runnable work) {
        Thread thread = new Thread(work, "metrics");
        thread.setDaemon(true);
        thread.start();
    }
}
