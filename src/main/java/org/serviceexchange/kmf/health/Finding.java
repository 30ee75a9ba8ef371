package org.serviceexchange.kmf.health;

import org.serviceexchange.kmf.Health;

/** What a check found, with one sentence for people. */
record Finding(Health health, String message) {

    static Finding operational(String message) {
        return new Finding(Health.OPERATIONAL, message);
    }

    static Finding degraded(String message) {
        return new Finding(Health.DEGRADED, message);
    }

    static Finding malfunction(String message) {
        return new Finding(Health.MALFUNCTION, message);
    }

    static Finding disabled(String message) {
        return new Finding(Health.DISABLED, message);
    }
}
