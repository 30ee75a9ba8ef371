package org.serviceexchange.provider.registration;

/** The state of a consumer registration. */
public enum RegistrationState {
    AWAITING_VALIDATION,
    VALIDATION_FAILED,
    VALIDATED,
    OPEN,
    CLOSED_COMPLETE,
    CLOSED_INCOMPLETE;

    public boolean closed() {
        return this == CLOSED_COMPLETE || this == CLOSED_INCOMPLETE;
    }
}
