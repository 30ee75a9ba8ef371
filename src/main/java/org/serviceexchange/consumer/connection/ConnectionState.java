package org.serviceexchange.consumer.connection;

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
    CLOSED_INCOMPLETE;

    /** Whether the process has ended. */
    public boolean ended() {
        return this == ONBOARDED || this == CLOSED_INCOMPLETE;
    }

    /** Whether a newer link may replace the one in use. */
    public boolean acceptsNewerLink() {
        return compareTo(AWAITING_AUTHENTICATION) <= 0;
    }
}
