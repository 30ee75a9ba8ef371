package org.serviceexchange.platform.engine;

import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.serviceexchange.platform.problem.ExplainedFailure;
import org.serviceexchange.platform.problem.Finding;

/**
 * A failed step as the engine keeps it with its job, incident and history: what is wrong as {@link ReadableData}. It has no
 * stack and no cause, because whatever the engine keeps can be read in Cockpit; those are in the log.
 */
final class StepFailed extends RuntimeException {

    StepFailed(Finding finding) {
        super(ReadableData.of(finding), null, false, false);
    }

    /** What the failure or one of its causes says of itself; {@code UNEXPECTED} if none does. */
    static Finding finding(Throwable failure, Clock clock) {
        return explained(failure).orElseGet(() -> UnexpectedFailure.at(clock).finding());
    }

    static Optional<Finding> explained(Throwable failure) {
        return explaining(failure).map(ExplainedFailure::finding);
    }

    /** The failure or the first of its causes that says what is wrong. */
    static Optional<ExplainedFailure> explaining(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .filter(ExplainedFailure.class::isInstance)
                .map(ExplainedFailure.class::cast)
                .findFirst();
    }
}
