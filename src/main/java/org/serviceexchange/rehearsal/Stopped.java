package org.serviceexchange.rehearsal;

import java.util.Objects;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.ExplainedFailure;
import org.serviceexchange.rehearsal.web.RehearsedPerson.Puzzled;
import org.springframework.core.NestedExceptionUtils;

/** Says why something could not be played. */
final class Stopped {

    private Stopped() {}

    /** What the first failure that explains itself says, or else what lies at the bottom. */
    static LocalizedMessage why(RuntimeException failure) {
        if (failure instanceof NotPossible notPossible) {
            return notPossible.why();
        }
        if (failure instanceof Puzzled) {
            return LocalizedMessage.of("rehearsal.refused", String.valueOf(failure.getMessage()));
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ExplainedFailure explained) {
                return LocalizedMessage.of(
                        "rehearsal.failed", explained.finding().cause());
            }
        }
        Throwable root = Objects.requireNonNullElse(NestedExceptionUtils.getRootCause(failure), failure);
        return LocalizedMessage.of("rehearsal.failed", root.toString());
    }
}
