package org.serviceexchange.platform.problem;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a list of checks finds. All of them are run, whether or not one before failed. */
public final class Findings {

    private Findings() {}

    /** A finding for each check that fails, which it says by throwing a {@link Problem}; in the order of the checks. */
    public static List<Finding> of(Runnable... checks) {
        return Arrays.stream(checks)
                .map(Findings::finding)
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Finding> finding(Runnable check) {
        try {
            check.run();
            return Optional.empty();
        } catch (Problem problem) {
            return Optional.of(problem.finding());
        }
    }
}
