package org.serviceexchange.checker;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.serviceexchange.checker.pair.Pair;
import org.serviceexchange.protocol.wire.ConnectionSide;

/** Shortest ways to elements and flows of the two diagrams. */
public final class WaysTo {

    /** Beyond this a model is too large to be explored while somebody waits. */
    private static final int MOST_STATES = 20_000;

    private WaysTo() {}

    /** An element or a flow of one side. */
    public record Place(ConnectionSide side, String id) {}

    /** The places that can be reached, each with a shortest way whose last step comes by it. */
    public static Map<Place, List<CheckedStep>> of(Pair pair, Set<Place> places) {
        Map<Place, List<CheckedStep>> found = new LinkedHashMap<>();
        Set<Place> sought = new HashSet<>(places);
        if (sought.isEmpty()) {
            return found;
        }
        new Exploration(pair, MOST_STATES, (exploration, from, step) -> {
                    passed(step).filter(sought::remove).forEach(place -> {
                        List<CheckedStep> way = exploration.way(from);
                        way.add(step);
                        found.put(place, List.copyOf(way));
                    });
                    return !sought.isEmpty();
                })
                .run();
        return found;
    }

    private static Stream<Place> passed(CheckedStep step) {
        return Stream.concat(
                step.provider().stream().map(id -> new Place(ConnectionSide.PROVIDER, id)),
                step.consumer().stream().map(id -> new Place(ConnectionSide.CONSUMER, id)));
    }
}
