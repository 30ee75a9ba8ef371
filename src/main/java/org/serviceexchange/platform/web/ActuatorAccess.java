package org.serviceexchange.platform.web;

import org.serviceexchange.platform.access.PageAccess;
import org.serviceexchange.platform.access.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Health says up or down to everyone; numbers, and what was built from which commit, are for admins. */
@Configuration(proxyBeanMethods = false)
class ActuatorAccess {

    @Bean
    PageAccess health() {
        return PageAccess.anyone("/actuator/health");
    }

    @Bean
    PageAccess info() {
        return PageAccess.anyOf("/actuator/info", Role.ADMIN);
    }

    @Bean
    PageAccess metrics() {
        return PageAccess.anyOf("/actuator/metrics/**", Role.ADMIN);
    }
}
