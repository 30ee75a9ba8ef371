package org.serviceexchange.center.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.serviceexchange.center.guide.FirstStart.Line;
import org.serviceexchange.center.guide.FirstStart.State;

class FirstStartTest {

    @Test
    void goesOnWithTheFirstStepThatIsOpen() {
        FirstStart start = start(Set.of(GuideStep.KEYS, GuideStep.COMPANY));
        assertThat(start.next()).contains(GuideStep.KEYS);
        assertThat(start.over()).isFalse();
        assertThat(start.line(GuideStep.COMPANY).open()).isTrue();
        assertThat(start.line(GuideStep.PROVIDER).open()).isFalse();
    }

    @Test
    void isOverWhenEveryStepIsDoneOrLeftOut() {
        assertThat(start(Set.of()).over()).isTrue();
    }

    @Test
    void namesEachPageAsItsStep() {
        for (GuideStep step : GuideStep.values()) {
            assertThat(GuideStep.ofKey(step.key())).contains(step);
        }
        assertThat(GuideStep.ofKey("ADMIN")).isEmpty();
    }

    private static FirstStart start(Set<GuideStep> open) {
        return new FirstStart(Arrays.stream(GuideStep.values())
                .map(step -> new Line(step, open.contains(step) ? State.OPEN : leftOutOrDone(step)))
                .toList());
    }

    private static State leftOutOrDone(GuideStep step) {
        return step == GuideStep.MAIL ? State.LEFT_OUT : State.DONE;
    }
}
