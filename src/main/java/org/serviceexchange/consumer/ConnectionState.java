package org.serviceexchange.consumer;

/** Where a provider connection stands, in the words that people see. */
public enum ConnectionState {
    AWAITING_VALIDATION("Awaiting Validation"),
    VALIDATION_FAILED("Validation Failed"),
    VALIDATED("Validated"),
    CLAIMING("Claiming Registration"),
    AWAITING_AUTHENTICATION("Awaiting Authentication"),
    EXCHANGING_KEYS("Exchanging Keys"),
    ACTIVATING("Activating"),
    ONBOARDED("Onboarded"),
    CLOSED_INCOMPLETE("Closed Incomplete");

    private final String label;

    ConnectionState(String label) {
        this.label = label;
    }

    /** The state as people read it. */
    public String label() {
        return label;
    }

    /** Whether the process has ended. */
    public boolean ended() {
        return this == ONBOARDED || this == CLOSED_INCOMPLETE;
    }

    /** Whether a newer link may replace the one in use. */
    public boolean acceptsNewerLink() {
        return compareTo(AWAITING_AUTHENTICATION) <= 0;
    }
}
