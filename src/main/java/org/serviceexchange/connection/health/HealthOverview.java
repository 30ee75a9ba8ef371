package org.serviceexchange.connection.health;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.serviceexchange.connection.health.ConnectionIssues.Counted;

/**
 * How this instance and all its living connections are, at one time.
 *
 * @param connections how many live
 * @param score of the whole, from 100 down to 0: the average of all connections, less what is wrong with the instance itself
 * @param issues each once, those first that take most from the score
 * @param ofInstance each once
 */
public record HealthOverview(
        long connections, int score, List<Issue> issues, List<OfInstance> ofInstance, Instant checkedAt) {

    private static final int ALL = 100;

    public HealthOverview {
        issues = List.copyOf(issues);
        ofInstance = List.copyOf(ofInstance);
    }

    /**
     * An issue of connections.
     *
     * @param connections how many it touches
     * @param failures how many of them by the code of the problem with their last heartbeat
     */
    public record Issue(ConnectionIssue issue, long connections, Map<String, Long> failures) {

        long lost() {
            return connections * issue.points();
        }
    }

    /** An issue of the instance itself, and how often it was met. */
    public record OfInstance(InstanceIssue issue, long count) {}

    static HealthOverview of(long connections, List<Counted> counted, List<OfInstance> ofInstance, Instant now) {
        List<Issue> issues = new ArrayList<>();
        counted.stream()
                .collect(Collectors.groupingBy(Counted::issue))
                .forEach((issue, parts) -> issues.add(issue(issue, parts)));
        issues.sort(Comparator.comparing(Issue::lost).reversed().thenComparing(Issue::issue));
        long lost = issues.stream().mapToLong(Issue::lost).sum();
        // Rounded up, so that 100 means that nothing is wrong
        long average = connections == 0 ? 0 : (lost + connections - 1) / connections;
        long score = Math.max(0, ALL - average - (long) InstanceIssue.POINTS * ofInstance.size());
        return new HealthOverview(connections, (int) score, issues, ofInstance, now);
    }

    private static Issue issue(ConnectionIssue issue, List<Counted> parts) {
        return new Issue(
                issue,
                parts.stream().mapToLong(Counted::connections).sum(),
                parts.stream()
                        .filter(part -> part.failure() != null)
                        .collect(Collectors.toMap(
                                part -> Objects.requireNonNull(part.failure()),
                                Counted::connections,
                                Long::sum,
                                TreeMap::new)));
    }
}
