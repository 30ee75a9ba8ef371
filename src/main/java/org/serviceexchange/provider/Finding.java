package org.serviceexchange.provider;

import java.util.Locale;
import org.serviceexchange.problem.Problem;

/**
 * A check that did not pass.
 *
 * @param code such as SX-2101
 * @param cause what is wrong
 * @param solution what to do
 */
public record Finding(String code, String cause, String solution) {

    /** The finding that a problem amounts to. */
    public static Finding of(Problem problem) {
        return new Finding(problem.code().code(), problem.cause(Locale.ENGLISH), problem.solution(Locale.ENGLISH));
    }

    /** As one line for people. */
    public String sentence() {
        return code + ": " + cause + " " + solution;
    }
}
