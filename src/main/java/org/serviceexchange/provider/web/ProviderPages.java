package org.serviceexchange.provider.web;

import java.util.Set;
import org.serviceexchange.platform.access.NameLink;
import org.serviceexchange.platform.access.NavigationEntry;
import org.serviceexchange.platform.access.PageAccess;
import org.serviceexchange.platform.access.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Access rules of registration pages; contacts may open a few paths, and only for their own registrations, as
 * {@link Readers} decides.
 */
@Configuration(proxyBeanMethods = false)
class ProviderPages {

    private static final String ONE = "/registrations/{number:REG[0-9]+}";

    @Bean
    PageAccess registrationsAccess() {
        return new PageAccess("/registrations/**", Role::administer);
    }

    @Bean
    PageAccess consumerConnectionsAccess() {
        return new PageAccess("/consumer-connections/**", Role::administer);
    }

    @Bean
    PageAccess registrationAccess() {
        return new PageAccess(ONE, ProviderPages::mayAsk);
    }

    @Bean
    PageAccess registrationStatusAccess() {
        return new PageAccess(ONE + "/status", ProviderPages::mayAsk);
    }

    @Bean
    PageAccess registrationNotesAccess() {
        return new PageAccess(ONE + "/notes", ProviderPages::mayAsk);
    }

    @Bean
    NameLink registrationByNumber() {
        return NameLink.numbers("REG", "/registrations/", Role::administer);
    }

    @Bean
    NameLink consumerConnectionByNumber() {
        return NameLink.numbers("CCN", "/consumer-connections/", Role::administer);
    }

    @Bean
    NameLink companiesByName(NavigationEntry companiesEntry) {
        return NameLink.page(companiesEntry);
    }

    @Bean
    NameLink providerRecordByName(NavigationEntry providerRecordEntry) {
        return NameLink.page(providerRecordEntry);
    }

    private static boolean mayAsk(Set<Role> roles) {
        return Role.administer(roles) || roles.contains(Role.CONTACT);
    }
}
