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
        assertThat(new RandomSourceCheck().check(null).message())
                .isEqualTo("NativePRNG gives different draws without waiting.");
        assertThat(new RandomSourceCheck("SHA1PRNG", () -> RandomBytes.of(8), PATIENCE).check(null))
                .isEqualTo(Finding.malfunction("The random source is SHA1PRNG, not the operating system's."));
    }

    @Test
    void randomSourceIsStuckIfItRepeatsOrBlocks() throws Exception {
        assertThat(new RandomSourceCheck("NativePRNG", () -> new byte[8], PATIENCE).check(null))
                .isEqualTo(Finding.malfunction("The random source is stuck: two draws are the same."));
        CountDownLatch never = new CountDownLatch(1);
        assertThat(new RandomSourceCheck("NativePRNG", () -> waitFor(never), PATIENCE).check(null))
                .isEqualTo(Finding.malfunction("The random source is stuck: it gives nothing."));
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
                .isEqualTo(Finding.operational("Bouncy Castle 1.87; known answers were right at start."));
        assertThat(new CryptographicProviderCheck(1.88, () -> true).check(null))
                .isEqualTo(Finding.degraded("Bouncy Castle 1.88 is newer than 1.87, which was tested."));
        assertThat(new CryptographicProviderCheck(1.86, () -> true).check(null))
                .isEqualTo(Finding.malfunction("Bouncy Castle 1.86 is older than 1.87."));
        assertThat(new CryptographicProviderCheck(1.87, () -> false).check(null))
                .isEqualTo(Finding.malfunction("An algorithm did not give its known answer at start."));
    }

    @Test
    void whatIsNotConfiguredIsDisabled() throws Exception {
        assertThat(new NotConfigured().vault().check(null)).isEqualTo(Finding.disabled("Not configured."));
        assertThat(new NotConfigured().pki().check(null)).isEqualTo(Finding.disabled("Not configured."));
    }
}
