package org.serviceexchange.provider.registration;

import org.serviceexchange.platform.message.LocalizedMessage;

/** The state of a consumer registration. */
public enum RegistrationState {
    AWAITING_VALIDATION,
    VALIDATION_FAILED,
    VALIDATED,
    OPEN,
    CLOSED_COMPLETE,
    CLOSED_INCOMPLETE,
    /** It was complete, and its connection has ended. */
    OFF_BOARDED;

    /** The key of its name, for people. */
    public LocalizedMessage label() {
        return LocalizedMessage.of("provider.state." + this);
    }

    public boolean closed() {
        return this == CLOSED_COMPLETE || over();
    }

    /** Whether it is closed and there is no connection, or none any more. */
    public boolean over() {
        return this == CLOSED_INCOMPLETE || this == OFF_BOARDED;
    }
}
