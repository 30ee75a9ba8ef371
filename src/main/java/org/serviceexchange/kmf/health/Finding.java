package org.serviceexchange.kmf.health;

import org.serviceexchange.kmf.Health;
import org.serviceexchange.platform.message.Phrase;

/** What a check found, with one sentence for people: one of the words {@code kmf.found}. */
record Finding(Health health, Phrase message) {

    static Finding operational(String message, Object... particulars) {
        return new Finding(Health.OPERATIONAL, found(message, particulars));
    }

    static Finding degraded(String message, Object... particulars) {
        return new Finding(Health.DEGRADED, found(message, particulars));
    }

    static Finding malfunction(String message, Object... particulars) {
        return new Finding(Health.MALFUNCTION, found(message, particulars));
    }

    static Finding disabled(String message) {
        return new Finding(Health.DISABLED, found(message));
    }

    private static Phrase found(String message, Object... particulars) {
        return Phrase.of("kmf.found." + message, particulars);
    }
}
