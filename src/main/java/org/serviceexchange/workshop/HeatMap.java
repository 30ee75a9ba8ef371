package org.serviceexchange.workshop;

import java.time.Duration;
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
        List<Stays> known = stays.stream()
                .filter(one -> elements.containsKey(one.element())
                        && elements.get(one.element()).isStep())
                .toList();
        List<Stays> notable = known.stream()
                .filter(one -> one.total().compareTo(NOTABLE) >= 0)
                .sorted(Comparator.comparing(Stays::total).reversed())
                .toList();
        long all = notable.stream().mapToLong(one -> one.total().toMillis()).sum();
        long most = notable.isEmpty() ? 1 : notable.get(0).total().toMillis();
        return new HeatMap(
                notable.stream()
                        .map(one -> new Step(
                                elements.get(one.element()),
                                one,
                                WHOLE * one.total().toMillis() / all,
                                (int) (1 + (MARKS.size() - 1) * one.total().toMillis() / most)))
                        .toList(),
                known.size() - notable.size());
    }
}
