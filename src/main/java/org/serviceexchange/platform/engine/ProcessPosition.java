package org.serviceexchange.platform.engine;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A place in the picture of a process, by the ids of its elements; each stands in one list only.
 *
 * @param active where the process waits or works
 * @param passed what is behind it
 * @param stuck where a step failed again and again, and an operator has to look
 * @param here names of the steps that are active or stuck, as the diagram has them
 */
public record ProcessPosition(List<String> active, List<String> passed, List<String> stuck, List<String> here) {

    /** Of a process that is no longer kept, or not shown. */
    public static final ProcessPosition NOWHERE = new ProcessPosition(List.of(), List.of(), List.of(), List.of());

    /** A step that failed or was come back to counts as that, not as passed. */
    static ProcessPosition of(Stream<String> active, Stream<String> passed, Stream<String> stuck) {
        List<String> failing = stuck.distinct().toList();
        List<String> now = active.distinct().filter(id -> !failing.contains(id)).toList();
        List<String> behind = passed.distinct()
                .filter(id -> !failing.contains(id) && !now.contains(id))
                .toList();
        return new ProcessPosition(now, behind, failing, List.of());
    }

    /** The same, its current steps by their names. */
    ProcessPosition named(Function<String, Optional<String>> name) {
        List<String> names = Stream.concat(active.stream(), stuck.stream())
                .map(name)
                .flatMap(Optional::stream)
                .toList();
        return new ProcessPosition(active, passed, stuck, names);
    }
}
