package org.serviceexchange.platform.measure.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.observation.SecurityObservationSettings;

/** Keeps Spring Security from observing each filter of each chain: that takes time and tells nobody anything. */
@Configuration(proxyBeanMethods = false)
class QuietChains {

    @Bean
    static SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }
}
