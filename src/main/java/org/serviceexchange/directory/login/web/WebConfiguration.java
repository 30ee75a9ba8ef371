package org.serviceexchange.directory.login.web;

import org.serviceexchange.directory.SetUp;
import org.serviceexchange.platform.access.NavigationEntry;
import org.serviceexchange.platform.settings.InstanceSettings;
import org.serviceexchange.platform.web.ChosenLanguage;
import org.serviceexchange.platform.web.OwnCookie;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.LocaleResolver;

/** Filters, cookies and languages of all pages. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration {

    @Bean
    FilterRegistrationBean<SetUpGate> setUpGate(SetUp setUp) {
        var registration = new FilterRegistrationBean<>(new SetUpGate(setUp));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 100);
        return registration;
    }

    /** Spring MVC looks the bean up by this name. */
    @Bean(DispatcherServlet.LOCALE_RESOLVER_BEAN_NAME)
    LocaleResolver chosenLanguage(InstanceSettings settings) {
        return new ChosenLanguage(new OwnCookie(settings.cookiePrefix() + "-language", settings.secureCookies()));
    }

    @Bean
    NavigationEntry ownPassword() {
        return new NavigationEntry(900, "web.password.nav", "/account/password", roles -> true);
    }
}
