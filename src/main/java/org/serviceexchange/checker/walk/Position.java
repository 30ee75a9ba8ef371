package org.serviceexchange.checker.walk;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where a case stands.
 *
 * @param tokens ids of the elements at which it waits, in order; one in front of which it waits for a job ends with {@code !}
 * @param values its variables as far as flows ask for them
 * @param kept messages that came before anybody waited for them, with the user that each is about
 * @param missed messages that came when nobody waited for them, and were not kept
 */
public record Position(
        boolean begun, List<String> tokens, Map<String, Boolean> values, Map<String, String> kept, Set<String> missed) {

    /** Of a case that has not begun. */
    public static final Position NOWHERE = new Position(false, List.of(), Map.of(), Map.of(), Set.of());

    public Position {
        tokens = tokens.stream().sorted().toList();
        values = Map.copyOf(values);
        kept = Map.copyOf(kept);
        missed = Set.copyOf(missed);
    }

    /** Whether it began and has ended. */
    public boolean over() {
        return begun && tokens.isEmpty();
    }
}
