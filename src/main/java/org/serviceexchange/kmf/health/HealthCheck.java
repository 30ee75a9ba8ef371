package org.serviceexchange.kmf.health;

/** Proves that one component works. An exception is a malfunction. */
interface HealthCheck {

    /** The component's name on the page. */
    String component();

    /** What was found. */
    Finding check(KeyInventory keys) throws Exception;
}
