package org.serviceexchange.provider.web;

import java.util.Set;
import org.serviceexchange.instance.NavigationEntry;
import org.serviceexchange.instance.PageAccess;
import org.serviceexchange.instance.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who may see registrations. */
@Configuration(proxyBeanMethods = false)
class ProviderPages {

    @Bean
    PageAccess registrationsAccess() {
        return new PageAccess("/registrations/**", ProviderPages::steers);
    }

    @Bean
    NavigationEntry registrationsEntry() {
        return new NavigationEntry(
                110,
                "Registrations",
                "/registrations",
                "Consumers that this instance registers as their provider: state, link, journal.",
                ProviderPages::steers);
    }

    private static boolean steers(Set<Role> roles) {
        return roles.contains(Role.ADMIN) || roles.contains(Role.SERVICE_EXCHANGE_ADMIN);
    }
}
