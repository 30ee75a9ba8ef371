package org.serviceexchange.kmf;

/** Health diagnostics of the KMF. */
public interface KmfHealth {

    /** The last report if it is at most 15 s old, otherwise a new one. */
    HealthReport report();

    /** A new report, regardless of the age of the last one. */
    HealthReport runAgain();

    /** Guards onboarding: throws a {@code KMF_NOT_OPERATIONAL} problem unless all components that gate onboarding are operational. */
    void requireOperational();
}
