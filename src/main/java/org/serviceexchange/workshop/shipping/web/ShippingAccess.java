package org.serviceexchange.workshop.shipping.web;

import org.serviceexchange.platform.access.PageAccess;
import org.serviceexchange.platform.access.Role;
import org.serviceexchange.platform.web.LoggedInRoles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.Authentication;

/** Who may propose versions and decide about them: a role of its own, which no other includes. */
@Configuration(proxyBeanMethods = false)
class ShippingAccess {

    static boolean decides(Authentication user) {
        return LoggedInRoles.of(user).contains(Role.PROCESS_MANAGER);
    }

    @Bean
    PageAccess proposeVersions() {
        return PageAccess.anyOf(ProposePage.PATH + "/**", Role.PROCESS_MANAGER);
    }

    @Bean
    PageAccess decideVersions() {
        return PageAccess.anyOf(DecidePage.PATH + "/**", Role.PROCESS_MANAGER);
    }
}
