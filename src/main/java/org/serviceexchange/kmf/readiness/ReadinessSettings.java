package org.serviceexchange.kmf.readiness;

import jakarta.validation.constraints.NotNull;
import org.serviceexchange.kmf.Health;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What counts for the readiness of this instance.
 *
 * @param kmf the least state of key management with which the instance is ready
 */
@Validated
@ConfigurationProperties(prefix = "service-exchange.readiness", ignoreUnknownFields = false)
record ReadinessSettings(
        @DefaultValue("ANY") @NotNull(message = "it is not set")
        Need kmf) {

    /** Which states of key management are enough. */
    enum Need {
        /** Any: pages are needed to see what is wrong. */
        ANY,
        /** Operational or degraded. */
        DEGRADED,
        /** Operational only: as long as onboarding would be refused, requests go to other nodes. */
        OPERATIONAL;

        boolean allows(Health health) {
            return switch (this) {
                case ANY -> true;
                case DEGRADED -> health != Health.MALFUNCTION;
                case OPERATIONAL -> health == Health.OPERATIONAL;
            };
        }
    }
}
