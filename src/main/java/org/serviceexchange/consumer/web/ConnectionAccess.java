package org.serviceexchange.consumer.web;

import org.serviceexchange.consumer.connection.OwnAddress;
import org.serviceexchange.platform.access.PageAccess;
import org.serviceexchange.platform.access.Role;
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
        return PageAccess.anyone(OwnAddress.CALLBACK_PATH);
    }

    /** Only ends a session. */
    @Bean
    PageAccess anotherAccount() {
        return PageAccess.anyone(LinkPages.SWITCH_ACCOUNT);
    }

    /** Who has no role for more is told so by the page behind it. */
    @Bean
    PageAccess logInForLink() {
        return new PageAccess(LinkPages.LOG_IN, roles -> true);
    }

    @Bean
    PageAccess beginConnection() {
        return PageAccess.anyOf(LinkPages.BEGIN, Role.ADMIN, Role.SERVICE_EXCHANGE_ADMIN);
    }

    /** Someone without a role for it is told whom to ask. */
    @Bean
    PageAccess wizard() {
        return new PageAccess(WizardPath.PATTERN, roles -> true);
    }

    @Bean
    PageAccess wizardSteps() {
        return PageAccess.anyOf(WizardPath.PATTERN + "/*", Role.ADMIN, Role.SERVICE_EXCHANGE_ADMIN);
    }

    @Bean
    PageAccess connections() {
        return PageAccess.anyOf("/connections/**", Role.ADMIN, Role.SERVICE_EXCHANGE_ADMIN);
    }
}
