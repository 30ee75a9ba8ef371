package org.serviceexchange.consumer.web;

import java.util.Set;
import org.serviceexchange.instance.PageAccess;
import org.serviceexchange.instance.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who may open the consumer's pages. A link may be opened by anyone, because opening it has no effect. */
@Configuration(proxyBeanMethods = false)
class ConnectionAccess {

    @Bean
    PageAccess registrationLink() {
        return PageAccess.anyone(LinkPages.LINK);
    }

    @Bean
    PageAccess registrationLinkExplained() {
        return PageAccess.anyone(LinkPages.START);
    }

    /** Someone whose session has ended shall read what to do, not only a login page. */
    @Bean
    PageAccess answerOfTheProvider() {
        return PageAccess.anyone(CallbackPage.CALLBACK);
    }

    @Bean
    PageAccess beginConnection() {
        return PageAccess.anyOf(LinkPages.BEGIN, Role.ADMIN, Role.SERVICE_EXCHANGE_ADMIN);
    }

    @Bean
    PageAccess connections() {
        return PageAccess.anyOf("/connections/**", Role.ADMIN, Role.SERVICE_EXCHANGE_ADMIN);
    }

    /** Whether these roles may begin and steer connections. */
    static boolean steers(Set<Role> roles) {
        return roles.contains(Role.ADMIN) || roles.contains(Role.SERVICE_EXCHANGE_ADMIN);
    }
}
