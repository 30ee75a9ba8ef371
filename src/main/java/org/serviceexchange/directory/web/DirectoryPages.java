package org.serviceexchange.directory.web;

import org.serviceexchange.platform.access.NameLink;
import org.serviceexchange.platform.access.NavigationEntry;
import org.serviceexchange.platform.access.PageAccess;
import org.serviceexchange.platform.access.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Access rules and navigation entries of the directory's pages. */
@Configuration(proxyBeanMethods = false)
class DirectoryPages {

    @Bean
    PageAccess companyPages() {
        return PageAccess.anyOf("/companies/**", Role.ADMIN, Role.SERVICE_EXCHANGE_ADMIN);
    }

    @Bean
    PageAccess contactPages() {
        return PageAccess.anyOf("/contacts/**", Role.ADMIN, Role.SERVICE_EXCHANGE_ADMIN);
    }

    @Bean
    PageAccess providerRecordPage() {
        return PageAccess.anyOf("/provider-record", Role.ADMIN, Role.SERVICE_EXCHANGE_ADMIN);
    }

    @Bean
    NameLink companyByNumber() {
        return NameLink.numbers("CMP", "/companies/", Role::administer);
    }

    @Bean
    NavigationEntry companiesEntry() {
        return new NavigationEntry(210, "instance.nav.companies", "/companies", Role::administer);
    }

    @Bean
    NavigationEntry providerRecordEntry() {
        return new NavigationEntry(220, "instance.nav.providerRecord", "/provider-record", Role::administer);
    }
}
