package org.serviceexchange.checker.pair;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.serviceexchange.checker.walk.NoWayOn;
import org.serviceexchange.checker.walk.StepCode;

/** The code behind the tasks of one side's process, by name; each side puts its own. */
abstract class SideCode implements StepCode {

    /** Code of a building block, on either side. */
    static final String MAIL = "sendMailDelegate";

    private final Set<String> idle;
    private final Map<String, Set<String>> sets;
    private final Map<String, Consumer<Map<String, Boolean>>> code = new HashMap<>();

    /**
     * Code that changes nothing here stands beside what each side puts.
     *
     * @param idle names of the code that changes nothing
     * @param sets the variables that code sets, by its name
     */
    SideCode(Set<String> idle, Map<String, Set<String>> sets) {
        this.idle = idle;
        this.sets = sets;
        idle.forEach(name -> code.put(name, values -> {}));
    }

    final void put(String name, Consumer<Map<String, Boolean>> run) {
        code.put(name, run);
    }

    /** Whether there is such code. */
    final boolean knows(String name) {
        return code.containsKey(name);
    }

    @Override
    public final Set<String> sets(String name) {
        return sets.getOrDefault(name, Set.of());
    }

    @Override
    public final boolean isIdle(String name) {
        return idle.contains(name);
    }

    @Override
    public final void run(String name, Map<String, Boolean> values) {
        Consumer<Map<String, Boolean>> known = code.get(name);
        if (known == null) {
            throw new NoWayOn(name);
        }
        known.accept(values);
    }
}
