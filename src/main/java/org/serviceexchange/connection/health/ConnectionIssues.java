package org.serviceexchange.connection.health;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds and counts the issues of living connections; the number of statements does not depend on how many there are. */
public interface ConnectionIssues {

    /** How many connections each issue touches; nothing for those that touch none. */
    List<Counted> count(Ages ages);

    /** How many onboardings stand because a step failed and is not tried any more by itself. */
    long stoppedOnboardings();

    /** Numbers of connections that an issue touches, in their order, after a number. */
    List<String> touched(ConnectionIssue issue, Ages ages, String after, int limit);

    /** Those of these connections that live, with all that is wrong with each, in the order of their numbers. */
    List<TouchedConnection> of(Collection<String> numbers, Ages ages);

    /** Has heartbeats sent at once that were not answered, instead of after a pause that has grown long; so many at most. */
    int hasten(Instant now, int limit);

    /**
     * How many connections an issue touches.
     *
     * @param failure code of the problem with their last heartbeats; null if there was none, or that does not matter
     */
    record Counted(ConnectionIssue issue, @Nullable String failure, long connections) {}
}
