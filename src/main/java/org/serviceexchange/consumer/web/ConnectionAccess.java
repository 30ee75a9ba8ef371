package org.serviceexchange.consumer.web;

import org.serviceexchange.consumer.connection.OwnAddress;
import org.serviceexchange.platform.access.NameLink;
import org.serviceexchange.platform.access.PageAccess;
import org.serviceexchange.platform.access.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Access rules of the consumer's pages. Everyone may open a link, because opening it has no effect. */
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

    /** Open to everyone, so that a person whose session has ended sees what to do, not only a login page. */
    @Bean
    PageAccess answerOfTheProvider() {
        return PageAccess.anyone(OwnAddress.CALLBACK_PATH);
    }

    /** Open to everyone, because it only leads to a page of the provider. */
    @Bean
    PageAccess decliningAtTheProvider() {
        return PageAccess.anyone(LinkPages.DECLINE);
    }

    /** Open to everyone, because it only ends the session. */
    @Bean
    PageAccess anotherAccount() {
        return PageAccess.anyone(LinkPages.SWITCH_ACCOUNT);
    }

    /** Open to every user: the page that follows shows what is missing to a user without the required role. */
    @Bean
    PageAccess logInForLink() {
        return new PageAccess(LinkPages.LOG_IN, roles -> true);
    }

    @Bean
    PageAccess beginConnection() {
        return PageAccess.anyOf(LinkPages.BEGIN, Role.ADMIN, Role.SERVICE_EXCHANGE_ADMIN);
    }

    /** Open to every user: a user without the required role is shown whom to ask. */
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

    @Bean
    NameLink connectionByNumber() {
        return NameLink.numbers("PCN", "/connections/", Role::administer);
    }
}
