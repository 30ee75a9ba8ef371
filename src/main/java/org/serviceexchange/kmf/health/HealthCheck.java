package org.serviceexchange.kmf.health;

/** Proves that one component works. A thrown exception counts as a malfunction. */
interface HealthCheck {

    /** The component: last part of a message key {@code kmf.component.*}. */
    String component();

    /**
     * Whether onboarding waits while this component is not operational. What concerns single records does not stop the
     * others: a record that does not stand is refused by itself.
     */
    default boolean gatesOnboarding() {
        return true;
    }

    /** Runs the check and returns its result. */
    HealthFinding check(KeyInventory keys) throws Exception;
}
