package org.serviceexchange.platform.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** How often a source is read, and what is told while it does not answer. */
class LatestSampleTest {

    private static final SampledGauge KNOWN = SampledGauge.of("known", "Has a value.");
    private static final SampledGauge NOTHING = SampledGauge.of("nothing", "Has none.");
    private static final Duration LONG = Duration.ofMinutes(10);

    private final AtomicLong now = new AtomicLong();
    private final AtomicInteger readings = new AtomicInteger();

    @Test
    void isReadOnceForAllValuesAndAgainAfterAWhile() {
        LatestSample sample = sample(LONG, () -> Map.of(KNOWN, (double) readings.incrementAndGet()));

        assertThat(sample.of(KNOWN)).isEqualTo(1);
        assertThat(sample.of(NOTHING)).isZero();
        now.addAndGet(Duration.ofSeconds(14).toNanos());
        assertThat(sample.of(KNOWN)).isEqualTo(1);
        now.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(sample.of(KNOWN)).isEqualTo(2);
        assertThat(readings).hasValue(2);
    }

    @Test
    void tellsNoOldValueWhenAReadingFails() {
        LatestSample sample = sample(LONG, () -> {
            if (readings.incrementAndGet() == 2) {
                throw new IllegalStateException("the database is away");
            }
            return Map.of(KNOWN, 7.0);
        });

        assertThat(sample.of(KNOWN)).isEqualTo(7);
        now.addAndGet(Duration.ofSeconds(15).toNanos());
        assertThat(sample.of(KNOWN)).isNaN();
        now.addAndGet(Duration.ofSeconds(15).toNanos());
        assertThat(sample.of(KNOWN)).isEqualTo(7);
    }

    @Test
    void waitsForNobodyWhoHasNoAnswerAndBeginsNoSecondReading() {
        CountDownLatch answer = new CountDownLatch(1);
        LatestSample sample = sample(Duration.ZERO, () -> {
            readings.incrementAndGet();
            await(answer);
            return Map.of(KNOWN, 7.0);
        });

        assertThat(sample.of(KNOWN)).isNaN();
        now.addAndGet(Duration.ofHours(1).toNanos());
        assertThat(sample.of(NOTHING)).isNaN();
        answer.countDown();
        assertThat(readings).hasValueLessThanOrEqualTo(1);
    }

    private LatestSample sample(Duration patience, Supplier<Map<SampledGauge, Double>> values) {
        return new LatestSample(
                new SampleSource() {
                    @Override
                    public List<SampledGauge> gauges() {
                        return List.of(KNOWN, NOTHING);
                    }

                    @Override
                    public Map<SampledGauge, Double> sample() {
                        return values.get();
                    }
                },
                patience,
                now::get);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
