package org.serviceexchange.provider.registration;

import org.serviceexchange.platform.message.LocalizedMessage;

/** The state of a consumer registration. */
public enum RegistrationState {
    AWAITING_VALIDATION,
    VALIDATION_FAILED,
    VALIDATED,
    OPEN,
    CLOSED_COMPLETE,
    CLOSED_INCOMPLETE;

    /** The key of its name, for people. */
    public LocalizedMessage label() {
        return LocalizedMessage.of("provider.state." + this);
    }

    public boolean closed() {
        return this == CLOSED_COMPLETE || this == CLOSED_INCOMPLETE;
    }
}
