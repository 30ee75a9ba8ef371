package org.serviceexchange.center.guide.web;

import org.serviceexchange.platform.access.PageAccess;
import org.serviceexchange.platform.access.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who goes through the first start. */
@Configuration(proxyBeanMethods = false)
class GuideAccess {

    @Bean
    PageAccess firstStartPages() {
        return new PageAccess(GuidePages.PATH + "/**", Role::administer);
    }
}
