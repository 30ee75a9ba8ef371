package org.serviceexchange.api.web;

import org.serviceexchange.platform.access.NavigationEntry;
import org.serviceexchange.platform.access.PageAccess;
import org.serviceexchange.platform.access.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Access rules of the page of API tokens: admins only. */
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
