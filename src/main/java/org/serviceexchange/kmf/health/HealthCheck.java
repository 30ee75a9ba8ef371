package org.serviceexchange.kmf.health;

/** Proves that one component works. A thrown exception counts as a malfunction. */
interface HealthCheck {

    /** The component: last part of a message key {@code kmf.component.*}. */
    String component();

    /** Runs the check and returns its result. */
    HealthFinding check(KeyInventory keys) throws Exception;
}
