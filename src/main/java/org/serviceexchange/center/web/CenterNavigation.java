package org.serviceexchange.center.web;

import org.serviceexchange.platform.access.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The navigation entry of the Center; the page itself decides what each user sees. */
@Configuration(proxyBeanMethods = false)
class CenterNavigation {

    @Bean
    NavigationEntry centerEntry() {
        return new NavigationEntry(100, "center.nav", "/", roles -> true);
    }
}
