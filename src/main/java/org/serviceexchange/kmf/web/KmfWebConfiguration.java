package org.serviceexchange.kmf.web;

import java.util.Set;
import org.serviceexchange.platform.access.NameLink;
import org.serviceexchange.platform.access.NavigationEntry;
import org.serviceexchange.platform.access.PageAccess;
import org.serviceexchange.platform.access.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Access rules: who may see the health of the KMF, and who may change keys. */
@Configuration(proxyBeanMethods = false)
class KmfWebConfiguration {

    @Bean
    PageAccess kmfPages() {
        return new PageAccess("/kmf/**", KmfWebConfiguration::maySee);
    }

    @Bean
    PageAccess kmfActions() {
        return new PageAccess("/kmf/keys/**", KmfWebConfiguration::mayAct);
    }

    @Bean
    NavigationEntry kmfHealth() {
        return new NavigationEntry(320, "kmf.nav.health", "/kmf/health", KmfWebConfiguration::maySee);
    }

    @Bean
    NameLink kmfHealthByName(NavigationEntry kmfHealth) {
        return NameLink.page(kmfHealth);
    }

    /** KMF admins who are also cryptographic manager or auditor. */
    static boolean maySee(Set<Role> roles) {
        return roles.contains(Role.KMF_ADMIN)
                && (roles.contains(Role.CRYPTOGRAPHIC_MANAGER) || roles.contains(Role.CRYPTOGRAPHIC_AUDITOR));
    }

    /** KMF admins who are also cryptographic manager. */
    static boolean mayAct(Set<Role> roles) {
        return roles.contains(Role.KMF_ADMIN) && roles.contains(Role.CRYPTOGRAPHIC_MANAGER);
    }
}
