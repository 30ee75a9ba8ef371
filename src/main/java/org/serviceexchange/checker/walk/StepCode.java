package org.serviceexchange.checker.walk;

import java.util.Map;

/** The code behind the service tasks of a process. */
@FunctionalInterface
public interface StepCode {

    /**
     * Runs the code with this name. What it may not do now is thrown; a {@link DrawnError} is an outcome of its own.
     *
     * @param values the variables of the case, which it may set
     */
    void run(String code, Map<String, Boolean> values);
}
