package org.serviceexchange.account.web;

import org.serviceexchange.platform.access.NavigationEntry;
import org.serviceexchange.platform.access.PageAccess;
import org.serviceexchange.platform.access.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Access rules and the navigation entry of the pages for users. */
@Configuration(proxyBeanMethods = false)
class AccountPages {

    @Bean
    PageAccess userPages() {
        return PageAccess.anyOf(UserPages.PATH + "/**", Role.ADMIN);
    }

    @Bean
    PageAccess passwordPages() {
        return PageAccess.anyone(PasswordPages.PATH + "/**");
    }

    @Bean
    NavigationEntry usersEntry() {
        return new NavigationEntry(320, "account.nav.users", UserPages.PATH, roles -> roles.contains(Role.ADMIN));
    }
}
