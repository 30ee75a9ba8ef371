package org.serviceexchange.consumer.connection;

import org.jspecify.annotations.Nullable;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;

/** Where a provider connection stands. */
public enum ConnectionState {
    AWAITING_VALIDATION,
    VALIDATION_FAILED,
    VALIDATED,
    CLAIMING,
    AWAITING_AUTHENTICATION,
    EXCHANGING_KEYS,
    ACTIVATING,
    ONBOARDED,
    CLOSED_INCOMPLETE,
    /** It was onboarded, and has ended. */
    OFF_BOARDED;

    /** The key of its name, for people. */
    public LocalizedMessage label() {
        return LocalizedMessage.of("consumer.state." + this);
    }

    /** Whether the process has ended. */
    public boolean ended() {
        return this == ONBOARDED || over();
    }

    /** Whether there is no connection, or none any more. */
    public boolean over() {
        return this == CLOSED_INCOMPLETE || this == OFF_BOARDED;
    }

    /** Whether a newer link may replace the one in use. */
    public boolean acceptsNewerLink() {
        return compareTo(AWAITING_AUTHENTICATION) <= 0;
    }

    /** The problem for a step that this state does not allow; it names the state, or the reason for which it ended. */
    Problem notNow(String number, @Nullable LocalizedMessage reason) {
        return over()
                ? new Problem(ProblemCode.CONNECTION_CLOSED, number, reason == null ? label() : reason)
                : new Problem(ProblemCode.CONNECTION_NOT_THERE_YET, number, label());
    }
}
