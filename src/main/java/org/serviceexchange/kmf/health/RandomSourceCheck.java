package org.serviceexchange.kmf.health;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.serviceexchange.kmf.primitive.RandomBytes;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Checks that the random source is the operating system's, returns different bytes each time, and does not block. */
@Component
@Order(80)
class RandomSourceCheck implements HealthCheck {

    private static final Set<String> EXPECTED = Set.of("NativePRNG", "NativePRNGNonBlocking", "Windows-PRNG", "DRBG");
    private static final int DRAW_LENGTH = 32;
    private static final Duration STEP = Duration.ofMillis(30);

    private final String algorithm;
    private final RandomSelfTest selfTest;

    @Autowired
    RandomSourceCheck() {
        this(
                RandomBytes.source().getAlgorithm(),
                new RandomSelfTest(() -> RandomBytes.of(DRAW_LENGTH), RandomSourceCheck::inNewThread, STEP));
    }

    RandomSourceCheck(String algorithm, RandomSelfTest selfTest) {
        this.algorithm = algorithm;
        this.selfTest = selfTest;
    }

    /** Runs this in a new thread, which does not keep the application from ending. */
    static void inNewThread(Runnable task) {
        Thread thread = new Thread(task, "kmf-random-check");
        thread.setDaemon(true);
        thread.start();
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
        return switch (selfTest.result()) {
            case DIFFERS -> HealthFinding.operational("randomWorks", algorithm);
            case REPEATS -> HealthFinding.malfunction("randomRepeats");
            case BLOCKS -> HealthFinding.malfunction("randomBlocks");
        };
    }
}
