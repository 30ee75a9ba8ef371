package org.serviceexchange.provider.registration;

/** Where a consumer registration stands. */
public enum RegistrationState {
    AWAITING_VALIDATION,
    VALIDATION_FAILED,
    OPEN,
    CLOSED_COMPLETE,
    CLOSED_INCOMPLETE;

    public boolean closed() {
        return this == CLOSED_COMPLETE || this == CLOSED_INCOMPLETE;
    }
}
