package org.serviceexchange.connection.health.web;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.serviceexchange.connection.health.ConnectionIssue;
import org.serviceexchange.connection.health.HealthOverview;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Finding;
import org.serviceexchange.platform.problem.ProblemTexts;

/**
 * An issue as the page shows it.
 *
 * @param remedy who does what helps
 * @param causes what the last heartbeats of the connections failed with
 */
record IssueLine(ConnectionIssue issue, long connections, LocalizedMessage remedy, List<Cause> causes) {

    private static final Object OF_EACH = "…";

    IssueLine {
        causes = List.copyOf(causes);
    }

    /** A known problem: its code, with how many connections, and what helps. */
    record Cause(Finding finding, long connections) {}

    static List<IssueLine> of(HealthOverview overview) {
        return overview.issues().stream()
                .map(one -> new IssueLine(
                        one.issue(),
                        one.connections(),
                        one.issue().remedy().label(),
                        one.failures().entrySet().stream()
                                .flatMap(IssueLine::cause)
                                .toList()))
                .toList();
    }

    /** A code of a later version, which was set back, is left out. Only the code is kept of each heartbeat. */
    private static Stream<Cause> cause(Map.Entry<String, Long> failure) {
        return ProblemTexts.known(failure.getKey()).stream()
                .map(code -> new Cause(
                        new Finding(code, Collections.nCopies(ProblemTexts.arguments(code), OF_EACH)),
                        failure.getValue()));
    }
}
