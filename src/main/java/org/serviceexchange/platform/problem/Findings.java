package org.serviceexchange.platform.problem;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.serviceexchange.platform.message.LocalizedMessage;

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

    /** What the journal says of them: all of them, or that there are none. */
    public static LocalizedMessage note(List<Finding> found, String none, String some) {
        return found.isEmpty()
                ? LocalizedMessage.of(none)
                : LocalizedMessage.of(some, found.stream().map(Finding::line).toList());
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
