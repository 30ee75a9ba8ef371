package org.serviceexchange.checker.walk;

import java.util.Map;
import java.util.Set;

/** The code behind the service tasks of a process. */
public interface StepCode {

    /**
     * Runs the code with this name. What it may not do now is thrown; a {@link DrawnError} is an outcome of its own.
     *
     * @param values the variables of the case, which it may set
     */
    void run(String code, Map<String, Boolean> values);

    /** The variables that it sets. */
    Set<String> sets(String code);

    /** Whether nothing depends on when it runs. */
    boolean isIdle(String code);
}
