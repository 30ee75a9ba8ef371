package org.serviceexchange.connection.health.web;

import java.util.List;
import java.util.Locale;
import org.serviceexchange.connection.health.ConnectionIssue;
import org.serviceexchange.connection.health.HealthOverview;
import org.serviceexchange.connection.health.InstanceIssue;
import org.serviceexchange.connection.health.Remedy;
import org.serviceexchange.platform.message.Messages;

/**
 * How the instance and all its living connections are, in the API. Without the time, so that the entity tag changes only when
 * something else is wrong.
 *
 * @param connections how many live
 * @param score from 100, if nothing is wrong, down to 0
 * @param issues those of connections, each once, those first that take most from the score
 * @param instance those of the instance itself
 */
record HealthResource(long connections, int score, List<Issue> issues, List<OfInstance> instance) {

    /**
     * What is wrong with some connections, and what helps.
     *
     * @param connections how many it touches
     * @param points how many of 100 it takes from each
     * @param failures problems with their last heartbeats
     */
    record Issue(
            ConnectionIssue issue,
            long connections,
            int points,
            Remedy remedy,
            String title,
            String cause,
            String solution,
            List<Failure> failures) {}

    /** With how many connections the last heartbeat failed so. */
    record Failure(String code, long connections) {}

    /** What is wrong with the instance itself, how often, and what helps. */
    record OfInstance(InstanceIssue issue, long count, Remedy remedy, String title, String solution) {}

    static HealthResource of(HealthOverview overview, Locale language) {
        return new HealthResource(
                overview.connections(),
                overview.score(),
                overview.issues().stream().map(one -> issue(one, language)).toList(),
                overview.ofInstance().stream()
                        .map(one -> ofInstance(one, language))
                        .toList());
    }

    private static Issue issue(HealthOverview.Issue one, Locale language) {
        return new Issue(
                one.issue(),
                one.connections(),
                one.issue().points(),
                one.issue().remedy(),
                Messages.of("health.issue." + one.issue(), language),
                Messages.of("health.cause." + one.issue(), language),
                Messages.of("health.solution." + one.issue(), language),
                one.failures().entrySet().stream()
                        .map(failure -> new Failure(failure.getKey(), failure.getValue()))
                        .toList());
    }

    private static OfInstance ofInstance(HealthOverview.OfInstance one, Locale language) {
        return new OfInstance(
                one.issue(),
                one.count(),
                one.issue().remedy(),
                Messages.of("health.instance." + one.issue(), language, one.count()),
                Messages.of("health.instance.solution." + one.issue(), language));
    }
}
