package org.serviceexchange.kmf.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.serviceexchange.journey.Await;
import org.serviceexchange.kmf.primitive.Hmac;
import org.serviceexchange.kmf.primitive.RandomBytes;

class MachineChecksTest {

    private static final Duration STEP = Duration.ofMillis(1);

    @Test
    void randomSourceIsTheOperatingSystems() throws Exception {
        assertThat(new RandomSourceCheck().check(null).message().inDefault())
                .isEqualTo("NativePRNG gives different draws without waiting.");
        assertThat(new RandomSourceCheck("SHA1PRNG", selfTest(() -> RandomBytes.of(8))).check(null))
                .isEqualTo(HealthFinding.malfunction("randomNotOfSystem", "SHA1PRNG"));
    }

    @Test
    void randomSourceIsStuckIfItRepeats() throws Exception {
        assertThat(check(() -> new byte[8])).isEqualTo(HealthFinding.malfunction("randomRepeats"));
    }

    @Test
    void randomSourceIsStuckWhileItBlocksAndWorksAgainAfterwards() throws Exception {
        CountDownLatch open = new CountDownLatch(1);
        CountDownLatch drawn = new CountDownLatch(2);
        RandomSourceCheck check = new RandomSourceCheck("NativePRNG", selfTest(() -> {
            byte[] value = waitFor(open);
            drawn.countDown();
            return value;
        }));
        assertThat(check.check(null)).isEqualTo(HealthFinding.malfunction("randomBlocks"));
        assertThat(check.check(null)).isEqualTo(HealthFinding.malfunction("randomBlocks"));
        open.countDown();
        drawn.await();
        Await.until("works again", () -> check(check).equals(HealthFinding.operational("randomWorks", "NativePRNG")));
    }

    @Test
    void randomSourceThatFailsIsReportedEachTimeItFails() throws Exception {
        AtomicBoolean fails = new AtomicBoolean(true);
        RandomSourceCheck check = new RandomSourceCheck("NativePRNG", selfTest(() -> {
            if (fails.get()) {
                throw new IllegalStateException("no entropy");
            }
            return RandomBytes.of(8);
        }));
        assertThatThrownBy(() -> check.check(null)).hasRootCauseMessage("no entropy");
        assertThatThrownBy(() -> check.check(null)).hasRootCauseMessage("no entropy");
        fails.set(false);
        assertThat(check.check(null)).isEqualTo(HealthFinding.operational("randomWorks", "NativePRNG"));
    }

    /** Neither the draws nor a witness gets a core: nothing is known about the source but what was known before. */
    @Test
    void randomSourceWorksWhileNoThreadGetsACore() throws Exception {
        AtomicBoolean starved = new AtomicBoolean();
        List<Runnable> waiting = new ArrayList<>();
        RandomSourceCheck check = new RandomSourceCheck(
                "NativePRNG",
                new RandomSelfTest(
                        () -> RandomBytes.of(8),
                        task -> {
                            if (starved.get()) {
                                waiting.add(task);
                            } else {
                                task.run();
                            }
                        },
                        STEP));
        HealthFinding works = HealthFinding.operational("randomWorks", "NativePRNG");
        assertThat(check.check(null)).isEqualTo(works);
        starved.set(true);
        for (int i = 0; i < 50; i++) {
            assertThat(check.check(null)).isEqualTo(works);
        }
        assertThat(waiting).as("the draws and one witness").hasSize(2);
        waiting.forEach(Runnable::run);
        starved.set(false);
        assertThat(check.check(null)).isEqualTo(works);
    }

    @Test
    void randomSourceWorksUnderLoad() throws Exception {
        AtomicBoolean stop = new AtomicBoolean();
        List<Thread> load = new ArrayList<>();
        for (int i = 0; i < 16 * Runtime.getRuntime().availableProcessors(); i++) {
            Thread busy = new Thread(() -> {
                while (!stop.get()) {
                    Hmac.sha256(new byte[32], new byte[1024]);
                }
            });
            busy.start();
            load.add(busy);
        }
        try {
            RandomSourceCheck check = new RandomSourceCheck();
            for (int i = 0; i < 20; i++) {
                assertThat(check.check(null)).isEqualTo(HealthFinding.operational("randomWorks", "NativePRNG"));
            }
        } finally {
            stop.set(true);
            for (Thread busy : load) {
                busy.join();
            }
        }
    }

    private static HealthFinding check(Supplier<byte[]> draw) throws Exception {
        return new RandomSourceCheck("NativePRNG", selfTest(draw)).check(null);
    }

    private static HealthFinding check(RandomSourceCheck check) {
        try {
            return check.check(null);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static RandomSelfTest selfTest(Supplier<byte[]> draw) {
        return new RandomSelfTest(draw, RandomSourceCheck::inNewThread, STEP);
    }

    private static byte[] waitFor(CountDownLatch latch) {
        try {
            latch.await();
            return RandomBytes.of(8);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void cryptographicProviderIsTheTestedOneWithRightAnswers() {
        assertThat(new CryptographicProviderCheck().check(null))
                .isEqualTo(HealthFinding.operational("providerTested", 1.87));
        assertThat(new CryptographicProviderCheck(1.88, () -> true).check(null))
                .isEqualTo(HealthFinding.degraded("providerNewer", 1.88, 1.87));
        assertThat(new CryptographicProviderCheck(1.86, () -> true).check(null))
                .isEqualTo(HealthFinding.malfunction("providerOlder", 1.86, 1.87));
        assertThat(new CryptographicProviderCheck(1.87, () -> false).check(null))
                .isEqualTo(HealthFinding.malfunction("wrongAnswer"));
    }

    @Test
    void whatIsNotConfiguredIsDisabled() throws Exception {
        assertThat(new NotConfigured().vault().check(null)).isEqualTo(HealthFinding.disabled("notConfigured"));
        assertThat(new NotConfigured().pki().check(null)).isEqualTo(HealthFinding.disabled("notConfigured"));
    }
}
