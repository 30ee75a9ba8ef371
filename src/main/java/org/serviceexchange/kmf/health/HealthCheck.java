package org.serviceexchange.kmf.health;

/** Proves that one component works. An exception is a malfunction. */
interface HealthCheck {

    /** The component, one of the words {@code kmf.component}. */
    String component();

    /** What was found. */
    HealthFinding check(KeyInventory keys) throws Exception;
}
