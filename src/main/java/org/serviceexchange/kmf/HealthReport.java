package org.serviceexchange.kmf;

import java.time.Instant;
import java.util.List;
import org.serviceexchange.platform.message.LocalizedMessage;

/** The health of every component at one point in time, and the overall health. */
public record HealthReport(Health overall, List<ComponentHealth> components, Instant checkedAt) {

    public HealthReport {
        components = List.copyOf(components);
    }

    /**
     * The components that are neither operational nor disabled, such as "Clock (degraded), Module keys (malfunction)".
     */
    public LocalizedMessage failing() {
        return components.stream()
                .filter(component -> component.health() == Health.DEGRADED || component.health() == Health.MALFUNCTION)
                .map(component -> LocalizedMessage.of("kmf.failing." + component.health(), component.component()))
                .reduce((first, next) -> LocalizedMessage.of("kmf.failing.several", first, next))
                .orElseGet(() -> overall.label());
    }

    /** The health that onboarding asks for: that of all components that gate it. */
    public Health gate() {
        List<ComponentHealth> gating =
                components.stream().filter(ComponentHealth::gatesOnboarding).toList();
        return gating.isEmpty()
                ? overall
                : Health.rollUp(gating.stream().map(ComponentHealth::health).toList());
    }

    /**
     * One component's health with a message for people.
     *
     * @param gatesOnboarding whether onboarding waits while it is not operational
     */
    public record ComponentHealth(
            LocalizedMessage component, Health health, LocalizedMessage message, boolean gatesOnboarding) {}
}
