package org.serviceexchange.provider.registration;

import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;

/** Why a registration was closed without a connection. */
public enum ClosingReason {
    /** The link expired unused. */
    EXPIRED,
    /** An admin of the provider cancelled it. */
    CANCELLED,
    /** Somebody who has the link declined, without logging in; a consent that the contact denies can be given later instead. */
    DECLINED,
    /** A person refused an approval that the model requires, or nobody gave it in time. */
    NOT_APPROVED,
    /** The key exchange failed and an admin gave up. */
    FAILED,
    /** The consumer ended a live connection. */
    ENDED_BY_CONSUMER,
    /** The consumer lost a live connection, and an admin of the provider ended it. */
    LOST_AT_CONSUMER,
    /** An admin of the provider off-boarded a live connection. */
    OFF_BOARDED;

    /** Whether somebody who has nothing but the link may decline it. */
    public static boolean declinable(RegistrationSnapshot registration) {
        return registration.state() == RegistrationState.OPEN
                && !registration.consentGiven()
                && !registration.suspended();
    }

    /** Only some end what is complete; who has nothing but the link cannot overrule the contact who consented. */
    void requirePossible(RegistrationSnapshot closed) {
        if (this == DECLINED && !declinable(closed)) {
            throw new Problem(ProblemCode.LINK_REFUSED);
        }
        if (this == OFF_BOARDED && closed.state() != RegistrationState.CLOSED_COMPLETE) {
            throw closed.notNow(ProblemCode.CONNECTION_NOT_LIVE);
        }
        if (this != OFF_BOARDED && this != ENDED_BY_CONSUMER && this != LOST_AT_CONSUMER) {
            closed.requireNotClosed();
        }
    }

    /** The key of its name, for people. */
    LocalizedMessage words() {
        return LocalizedMessage.of("provider.reason." + this);
    }
}
