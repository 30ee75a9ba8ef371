package org.serviceexchange.workshop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.serviceexchange.platform.label.ModelLabels;
import org.serviceexchange.workshop.StepDurations.Stays;
import org.serviceexchange.workshop.model.ModelElement;
import org.serviceexchange.workshop.model.ModelElements;

class HeatMapTest {

    private static final Map<String, ModelElement> MODEL = ModelElements.of("""
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="p"><subProcess id="sub">
            <userTask id="long" name="Wait"/><userTask id="short" name="Look"/><serviceTask id="quick" name="Send"/>
            </subProcess></process></definitions>
            """, ModelLabels.OF_THE_APPLICATION);

    @Test
    void putsTheHottestStepFirst() {
        HeatMap heat = HeatMap.of(
                MODEL,
                List.of(
                        stays("short", Duration.ofHours(1)),
                        stays("quick", Duration.ofMillis(999)),
                        stays("long", Duration.ofHours(3)),
                        stays("sub", Duration.ofHours(5)),
                        stays("gone", Duration.ofHours(9))));
        assertThat(heat.steps())
                .extracting(step -> step.element().id(), HeatMap.Step::share, HeatMap.Step::mark)
                .containsExactly(tuple("long", 75L, "process-heat-5"), tuple("short", 25L, "process-heat-2"));
        assertThat(heat.quick()).isEqualTo(1);
    }

    @Test
    void ofNoStaysIsEmpty() {
        assertThat(HeatMap.of(MODEL, List.of())).isEqualTo(new HeatMap(List.of(), 0));
    }

    private static Stays stays(String element, Duration total) {
        return new Stays(element, 1, total, total, total);
    }
}
