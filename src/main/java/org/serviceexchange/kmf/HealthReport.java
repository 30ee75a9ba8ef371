package org.serviceexchange.kmf;

import java.time.Instant;
import java.util.List;

/** The health of every component at one moment, and of the whole. */
public record HealthReport(Health overall, List<ComponentHealth> components, Instant checkedAt) {

    public HealthReport {
        components = List.copyOf(components);
    }

    /** One component's health with a message for people. */
    public record ComponentHealth(String component, Health health, String message) {}
}
