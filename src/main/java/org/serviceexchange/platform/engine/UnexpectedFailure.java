package org.serviceexchange.platform.engine;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What nobody foresaw: people are told one code and a time, under which the log has the exception. */
final class UnexpectedFailure {

    private static final Logger LOG = LoggerFactory.getLogger(UnexpectedFailure.class);

    private UnexpectedFailure() {}

    /** Without a cause, so that nothing of the exception is kept or shown. */
    static Problem at(Clock clock) {
        return new Problem(
                ProblemCode.UNEXPECTED,
                clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
    }

    /** The same, with an entry in the log. */
    static Problem logged(Clock clock, String what, Throwable failure) {
        Problem unexpected = at(clock);
        LOG.error("{} failed at {}", what, unexpected.finding().arguments().get(0), failure);
        return unexpected;
    }
}
