package org.serviceexchange.platform.engine;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A position in the diagram of a process, by ids of its elements; each id is in one list only.
 *
 * @param active elements at which the process waits or works
 * @param passed elements that are completed
 * @param stuck elements whose retries failed, so that an operator has to look
 * @param here names of the active and stuck steps, in the reader's language
 * @param runsOn number of the version of the process; 0 if it is not shown
 */
public record ProcessPosition(
        List<String> active, List<String> passed, List<String> stuck, List<String> here, int runsOn) {

    /** The position of a process that has been deleted or is not shown. */
    public static final ProcessPosition NOWHERE = new ProcessPosition(List.of(), List.of(), List.of(), List.of(), 0);

    /** Builds a position; a step that failed, or was entered again, does not count as passed. */
    static ProcessPosition of(Stream<String> active, Stream<String> passed, Stream<String> stuck) {
        List<String> failing = stuck.distinct().toList();
        List<String> now = active.distinct().filter(id -> !failing.contains(id)).toList();
        List<String> behind = passed.distinct()
                .filter(id -> !failing.contains(id) && !now.contains(id))
                .toList();
        return new ProcessPosition(now, behind, failing, List.of(), 0);
    }

    /** A copy of a process on this version. */
    ProcessPosition on(int version) {
        return new ProcessPosition(active, passed, stuck, here, version);
    }

    /** A copy that also names current steps of processes which this one has called. */
    ProcessPosition with(List<String> called) {
        return new ProcessPosition(
                active,
                passed,
                stuck,
                Stream.concat(here.stream(), called.stream()).toList(),
                runsOn);
    }

    /** A copy with the names of its current steps. */
    ProcessPosition named(Function<String, Optional<String>> name) {
        List<String> names = Stream.concat(active.stream(), stuck.stream())
                .map(name)
                .flatMap(Optional::stream)
                .toList();
        return new ProcessPosition(active, passed, stuck, names, runsOn);
    }
}
