package org.serviceexchange.kmf.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.serviceexchange.kmf.primitive.RandomBytes;

class MachineChecksTest {

    private static final Duration PATIENCE = Duration.ofMillis(200);

    @Test
    void randomSourceIsTheOperatingSystems() throws Exception {
        assertThat(new RandomSourceCheck().check(null).message().inDefault())
                .isEqualTo("NativePRNG gives different draws without waiting.");
        assertThat(new RandomSourceCheck("SHA1PRNG", () -> RandomBytes.of(8), PATIENCE).check(null))
                .isEqualTo(HealthFinding.malfunction("randomNotOfSystem", "SHA1PRNG"));
    }

    @Test
    void randomSourceIsStuckIfItRepeatsOrBlocks() throws Exception {
        assertThat(new RandomSourceCheck("NativePRNG", () -> new byte[8], PATIENCE).check(null))
                .isEqualTo(HealthFinding.malfunction("randomRepeats"));
        CountDownLatch never = new CountDownLatch(1);
        assertThat(new RandomSourceCheck("NativePRNG", () -> waitFor(never), PATIENCE).check(null))
                .isEqualTo(HealthFinding.malfunction("randomBlocks"));
        never.countDown();
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
