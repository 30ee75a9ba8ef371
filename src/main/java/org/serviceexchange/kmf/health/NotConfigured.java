package org.serviceexchange.kmf.health;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** Components that ServiceNow's health diagnostics list and this instance does not use; shown as disabled. */
@Configuration(proxyBeanMethods = false)
class NotConfigured {

    @Bean
    @Order(110)
    HealthCheck vault() {
        return new Disabled("vault");
    }

    @Bean
    @Order(120)
    HealthCheck pki() {
        return new Disabled("pki");
    }

    /** Ignored when the overall health is computed. */
    private record Disabled(String component) implements HealthCheck {

        @Override
        public HealthFinding check(KeyInventory keys) {
            return HealthFinding.disabled("notConfigured");
        }
    }
}
