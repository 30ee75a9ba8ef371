package org.serviceexchange.platform.security.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.observation.SecurityObservationSettings;

/**
 * Leaves the filters of the security chains unobserved: each request would pass two dozen observations of which nobody reads
 * anything. The request as a whole is observed by Spring MVC.
 */
@Configuration(proxyBeanMethods = false)
class UnobservedChains {

    @Bean
    static SecurityObservationSettings noObservations() {
        return SecurityObservationSettings.noObservations();
    }
}
