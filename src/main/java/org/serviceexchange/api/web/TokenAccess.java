package org.serviceexchange.api.web;

import org.serviceexchange.platform.access.NavigationEntry;
import org.serviceexchange.platform.access.PageAccess;
import org.serviceexchange.platform.access.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Only admins of the instance give access to it. */
@Configuration(proxyBeanMethods = false)
class TokenAccess {

    @Bean
    PageAccess apiTokens() {
        return PageAccess.anyOf(TokenPages.PATH + "/**", Role.ADMIN);
    }

    @Bean
    NavigationEntry apiTokensEntry() {
        return new NavigationEntry(330, "api.nav.tokens", TokenPages.PATH, roles -> roles.contains(Role.ADMIN));
    }
}
