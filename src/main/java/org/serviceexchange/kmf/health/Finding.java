package org.serviceexchange.kmf.health;

import org.serviceexchange.kmf.Health;
import org.serviceexchange.platform.message.LocalizedMessage;

/** What a check found, with one sentence for people: one of the words {@code kmf.found}. */
record Finding(Health health, LocalizedMessage message) {

    static Finding operational(String message, Object... arguments) {
        return new Finding(Health.OPERATIONAL, found(message, arguments));
    }

    static Finding degraded(String message, Object... arguments) {
        return new Finding(Health.DEGRADED, found(message, arguments));
    }

    static Finding malfunction(String message, Object... arguments) {
        return new Finding(Health.MALFUNCTION, found(message, arguments));
    }

    static Finding disabled(String message) {
        return new Finding(Health.DISABLED, found(message));
    }

    private static LocalizedMessage found(String message, Object... arguments) {
        return LocalizedMessage.of("kmf.found." + message, arguments);
    }
}
