package org.serviceexchange.center.web;

import org.serviceexchange.platform.access.NavigationEntry;
import org.serviceexchange.platform.access.PageAccess;
import org.serviceexchange.platform.access.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The navigation entry of the Center, whose page decides itself what each user sees, and who may retry all steps. */
@Configuration(proxyBeanMethods = false)
class CenterNavigation {

    /** For those who may retry the step of one case. */
    @Bean
    PageAccess stoppedSteps() {
        return new PageAccess(StoppedStepsPage.PATH + "/**", Role::administer);
    }

    /** For those who may do the same with one case. */
    @Bean
    PageAccess bulkActs() {
        return new PageAccess(BulkPage.PATH + "/**", Role::administer);
    }

    @Bean
    NavigationEntry centerEntry() {
        return new NavigationEntry(100, "center.nav", "/", roles -> true);
    }
}
