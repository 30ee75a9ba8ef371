package org.serviceexchange.workshop;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.serviceexchange.workshop.StepDurations.Stays;
import org.serviceexchange.workshop.model.ModelElement;

/**
 * Where cases spent their time: the steps of a model, the hottest first.
 *
 * @param steps those that took a second or more, all stays together
 * @param quick number of the others
 */
public record HeatMap(List<Step> steps, long quick) {

    private static final Duration NOTABLE = Duration.ofSeconds(1);
    private static final int WHOLE = 100;
    private static final List<String> MARKS =
            List.of("process-heat-1", "process-heat-2", "process-heat-3", "process-heat-4", "process-heat-5");

    public HeatMap {
        steps = List.copyOf(steps);
    }

    /**
     * A step and the time that cases spent there.
     *
     * @param share of all time, in percent
     * @param level from 1, cool, to 5, where most time goes
     */
    public record Step(ModelElement element, Stays stays, long share, int level) {

        /** The class of the element in the picture. */
        public String mark() {
            return MARKS.get(level - 1);
        }
    }

    /** Of these stays at elements of this model; stays at others are left out. */
    static HeatMap of(Map<String, ModelElement> elements, List<Stays> stays) {
        List<Stays> notable = new ArrayList<>();
        List<ModelElement> places = new ArrayList<>();
        long quick = 0;
        for (Stays one : stays.stream()
                .sorted(Comparator.comparing(Stays::total).reversed())
                .toList()) {
            ModelElement element = elements.get(one.element());
            if (element != null && element.isStep()) {
                if (one.total().compareTo(NOTABLE) >= 0) {
                    notable.add(one);
                    places.add(element);
                } else {
                    quick++;
                }
            }
        }
        return new HeatMap(steps(notable, places), quick);
    }

    private static List<Step> steps(List<Stays> notable, List<ModelElement> places) {
        long all = notable.stream().mapToLong(one -> one.total().toMillis()).sum();
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < notable.size(); i++) {
            long total = notable.get(i).total().toMillis();
            long most = notable.get(0).total().toMillis();
            steps.add(new Step(
                    places.get(i), notable.get(i), WHOLE * total / all, (int) (1 + (MARKS.size() - 1) * total / most)));
        }
        return steps;
    }
}
