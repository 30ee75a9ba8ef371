package org.serviceexchange.provider.web;

import org.serviceexchange.instance.PageAccess;
import org.serviceexchange.instance.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who may see registrations. */
@Configuration(proxyBeanMethods = false)
class ProviderPages {

    @Bean
    PageAccess registrationsAccess() {
        return new PageAccess("/registrations/**", Role::steer);
    }
}
