package org.serviceexchange.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.serviceexchange.platform.engine.StepTimes.Stay;
import org.serviceexchange.platform.engine.StepTimes.Step;

class StepTimesTest {

    private static final Instant BEGIN = Instant.parse("2026-03-10T10:00:00Z");

    @Test
    void addsTheStaysAtAStepAndCountsThoseTooShortToShow() {
        StepTimes times = StepTimes.of(
                List.of(
                        stay("Check prerequisites", 0, 2L),
                        stay("Resolve validation findings", 2, 3602L),
                        stay("Check prerequisites", 3602, 3603L),
                        stay("Create registration task", 3603, 3603L),
                        stay("Await consumer connect", 3603, null)),
                BEGIN.plusSeconds(10_803));
        assertThat(times.steps())
                .containsExactly(
                        new Step("Check prerequisites", Duration.ofSeconds(3), false, 1),
                        new Step("Resolve validation findings", Duration.ofHours(1), false, 50),
                        new Step("Await consumer connect", Duration.ofHours(2), true, 100));
        assertThat(times.quick()).isEqualTo(1);
    }

    @Test
    void saysTimesWithTwoUnits() {
        assertThat(List.of(
                        words(Duration.ofSeconds(59)),
                        words(Duration.ofSeconds(61)),
                        words(Duration.ofMinutes(125)),
                        words(Duration.ofHours(49))))
                .containsExactly("59 s", "1 min 1 s", "2 h 5 min", "2 d 1 h");
    }

    @Test
    void isEmptyWithoutAProcess() {
        assertThat(StepTimes.of(List.of(), BEGIN)).isEqualTo(new StepTimes(List.of(), 0));
    }

    private static String words(Duration took) {
        return new Step("step", took, false, 100).inWords().in(Locale.ENGLISH);
    }

    private static Stay stay(String name, long from, @Nullable Long to) {
        return new Stay(name, BEGIN.plusSeconds(from), to == null ? null : BEGIN.plusSeconds(to));
    }
}
