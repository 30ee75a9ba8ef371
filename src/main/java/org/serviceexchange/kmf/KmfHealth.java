package org.serviceexchange.kmf;

/** Health diagnostics of the KMF. */
public interface KmfHealth {

    /** The last report if it is at most 15 s old, else a new one. */
    HealthReport report();

    /** A new report, whatever the age of the last. */
    HealthReport runAgain();

    /** The gate of onboarding: a {@code KMF_NOT_OPERATIONAL} problem unless the whole is operational. */
    void requireOperational();
}
