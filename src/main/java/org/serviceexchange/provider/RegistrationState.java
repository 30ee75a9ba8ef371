package org.serviceexchange.provider;

/** Where a consumer registration stands. */
public enum RegistrationState {
    AWAITING_VALIDATION("Awaiting Validation"),
    VALIDATION_FAILED("Validation Failed"),
    OPEN("Open"),
    CLOSED_COMPLETE("Closed Complete"),
    CLOSED_INCOMPLETE("Closed Incomplete");

    private final String label;

    RegistrationState(String label) {
        this.label = label;
    }

    /** The words people read. */
    public String label() {
        return label;
    }

    public boolean closed() {
        return this == CLOSED_COMPLETE || this == CLOSED_INCOMPLETE;
    }
}
