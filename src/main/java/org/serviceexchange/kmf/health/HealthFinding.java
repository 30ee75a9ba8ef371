package org.serviceexchange.kmf.health;

import org.serviceexchange.kmf.Health;
import org.serviceexchange.kmf.HealthReport.ComponentHealth;
import org.serviceexchange.platform.message.LocalizedMessage;

/** The result of a check, with one sentence for people (a message {@code kmf.found.*}). */
record HealthFinding(Health health, LocalizedMessage message) {

    static HealthFinding operational(String message, Object... arguments) {
        return new HealthFinding(Health.OPERATIONAL, found(message, arguments));
    }

    static HealthFinding degraded(String message, Object... arguments) {
        return new HealthFinding(Health.DEGRADED, found(message, arguments));
    }

    static HealthFinding malfunction(String message, Object... arguments) {
        return new HealthFinding(Health.MALFUNCTION, found(message, arguments));
    }

    static HealthFinding disabled(String message) {
        return new HealthFinding(Health.DISABLED, found(message));
    }

    /** As the report shows it. */
    ComponentHealth of(HealthCheck check) {
        return new ComponentHealth(
                LocalizedMessage.of("kmf.component." + check.component()), health, message, check.gatesOnboarding());
    }

    private static LocalizedMessage found(String message, Object... arguments) {
        return LocalizedMessage.of("kmf.found." + message, arguments);
    }
}
