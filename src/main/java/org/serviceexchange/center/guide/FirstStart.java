package org.serviceexchange.center.guide;

import java.util.List;
import java.util.Optional;

/** How far the first start is: all steps, and where each of them stands. */
public record FirstStart(List<Line> lines) {

    public FirstStart {
        lines = List.copyOf(lines);
    }

    /** Where a step stands. */
    public enum State {
        DONE,
        LEFT_OUT,
        OPEN
    }

    /** A step and where it stands. */
    public record Line(GuideStep step, State state) {

        public boolean open() {
            return state == State.OPEN;
        }
    }

    /** The first step that waits for somebody; empty when the first start is over. */
    public Optional<GuideStep> next() {
        return lines.stream().filter(Line::open).map(Line::step).findFirst();
    }

    public boolean over() {
        return next().isEmpty();
    }

    public Line line(GuideStep step) {
        return lines.stream().filter(line -> line.step() == step).findFirst().orElseThrow();
    }
}
