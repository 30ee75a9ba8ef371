package org.serviceexchange.platform.web;

import org.serviceexchange.platform.access.PageAccess;
import org.serviceexchange.platform.access.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Access rules of the actuator: everyone may read whether the instance is up; metrics are for admins. */
@Configuration(proxyBeanMethods = false)
class ActuatorAccess {

    @Bean
    PageAccess health() {
        return PageAccess.anyone("/actuator/health/**");
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
