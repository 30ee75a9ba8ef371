package org.serviceexchange.kmf.health;

import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.serviceexchange.kmf.primitive.RandomBytes;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Checks that the random source is the operating system's, returns different bytes each time, and does not block. */
@Component
@Order(80)
class RandomSourceCheck implements HealthCheck {

    private static final Set<String> EXPECTED = Set.of("NativePRNG", "NativePRNGNonBlocking", "Windows-PRNG", "DRBG");
    private static final int DRAW_LENGTH = 32;
    private static final Duration SLOW = Duration.ofMillis(500);

    private final String algorithm;
    private final Supplier<byte[]> draw;
    private final Duration patience;
    private final Stopwatch stopwatch = new Stopwatch();

    RandomSourceCheck() {
        this(RandomBytes.source().getAlgorithm(), () -> RandomBytes.of(DRAW_LENGTH), Duration.ofSeconds(3));
    }

    RandomSourceCheck(String algorithm, Supplier<byte[]> draw, Duration patience) {
        this.algorithm = algorithm;
        this.draw = draw;
        this.patience = patience;
    }

    @Override
    public String component() {
        return "randomSource";
    }

    @Override
    public HealthFinding check(KeyInventory keys) throws ExecutionException, InterruptedException {
        if (!EXPECTED.contains(algorithm)) {
            return HealthFinding.malfunction("randomNotOfSystem", algorithm);
        }
        long start = stopwatch.nanos();
        FutureTask<Boolean> draws = new FutureTask<>(() -> !Arrays.equals(draw.get(), draw.get()));
        Thread thread = new Thread(draws, "kmf-random-check");
        thread.setDaemon(true);
        thread.start();
        try {
            if (!draws.get(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return HealthFinding.malfunction("randomRepeats");
            }
        } catch (TimeoutException e) {
            return HealthFinding.malfunction("randomBlocks");
        }
        Duration taken = Duration.ofNanos(stopwatch.nanos() - start);
        return taken.compareTo(SLOW) > 0
                ? HealthFinding.degraded("randomSlow", taken.toMillis())
                : HealthFinding.operational("randomWorks", algorithm);
    }
}
