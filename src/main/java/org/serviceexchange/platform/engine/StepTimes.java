package org.serviceexchange.platform.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.platform.message.LocalizedMessage;

/**
 * How long a process was in each of its steps.
 *
 * @param steps those that took a second or more, in the order in which they were entered first
 * @param quick number of the others
 */
public record StepTimes(List<Step> steps, int quick) {

    private static final Duration NOTABLE = Duration.ofSeconds(1);
    private static final int WHOLE = 100;

    public StepTimes {
        steps = List.copyOf(steps);
    }

    /**
     * One stay at a step.
     *
     * @param end null as long as it is there
     */
    record Stay(String name, Instant start, @Nullable Instant end) {}

    /**
     * A step.
     *
     * @param name in the reader's language
     * @param took all stays together
     * @param here whether the process is there
     * @param share of the longest, in percent
     */
    public record Step(String name, Duration took, boolean here, long share) {

        /** How long, with the two largest units. */
        public LocalizedMessage inWords() {
            return StepTimes.inWords(took);
        }
    }

    /** A duration with its two largest units. */
    public static LocalizedMessage inWords(Duration took) {
        if (took.toDays() > 0) {
            return LocalizedMessage.of("process.took.days", took.toDays(), took.toHoursPart());
        }
        if (took.toHours() > 0) {
            return LocalizedMessage.of("process.took.hours", took.toHours(), took.toMinutesPart());
        }
        return took.toMinutes() > 0
                ? LocalizedMessage.of("process.took.minutes", took.toMinutes(), took.toSecondsPart())
                : LocalizedMessage.of("process.took.seconds", took.toSeconds());
    }

    /** The times of these stays, which are in the order of their beginnings. */
    static StepTimes of(List<Stay> stays, Instant now) {
        Map<String, Duration> took = new LinkedHashMap<>();
        List<String> here = new ArrayList<>();
        for (Stay stay : stays) {
            Instant end = stay.end() == null ? now : stay.end();
            took.merge(stay.name(), Duration.between(stay.start(), end), Duration::plus);
            if (stay.end() == null) {
                here.add(stay.name());
            }
        }
        long longest =
                took.values().stream().mapToLong(Duration::toSeconds).max().orElse(0);
        List<Step> steps = took.entrySet().stream()
                .filter(step -> step.getValue().compareTo(NOTABLE) >= 0)
                .map(step -> new Step(
                        step.getKey(),
                        step.getValue(),
                        here.contains(step.getKey()),
                        Math.max(1, WHOLE * step.getValue().toSeconds() / longest)))
                .toList();
        return new StepTimes(steps, took.size() - steps.size());
    }
}
