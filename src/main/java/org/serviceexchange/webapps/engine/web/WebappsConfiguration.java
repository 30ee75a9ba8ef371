package org.serviceexchange.webapps.engine.web;

import java.util.Map;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.camunda.bpm.webapp.impl.security.filter.CsrfPreventionFilter;
import org.serviceexchange.platform.access.NavigationEntry;
import org.serviceexchange.platform.access.Role;
import org.serviceexchange.platform.web.CookieSignatures;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Integrates the webapps into this application: login, form tokens and navigation. */
@Configuration(proxyBeanMethods = false)
class WebappsConfiguration {

    @Bean
    FilterRegistrationBean<WebappsLogin> webappsLogin() {
        var registration = new FilterRegistrationBean<>(new WebappsLogin());
        registration.setInitParameters(Map.of("authentication-provider", SessionUser.class.getName()));
        registration.addUrlPatterns("/camunda/app/*", "/camunda/api/*");
        registration.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER + 1);
        return registration;
    }

    /** Under the name of the webapps' own filter, and before it, so that theirs is left out; with the settings that theirs has. */
    @Bean
    FilterRegistrationBean<WebappsFormTokens> webappsFormTokens(
            CookieSignatures signatures, CamundaBpmProperties engine) {
        var registration = new FilterRegistrationBean<>(new WebappsFormTokens(signatures));
        registration.setName(CsrfPreventionFilter.class.getSimpleName());
        registration.setInitParameters(engine.getWebapp().getCsrf().getInitParams());
        registration.addUrlPatterns("/camunda/app/*", "/camunda/api/*");
        registration.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER + 2);
        return registration;
    }

    @Bean
    NavigationEntry tasklist() {
        return new NavigationEntry(110, "engine.nav.tasklist", "/camunda/app/tasklist/", Role::administer);
    }

    @Bean
    NavigationEntry cockpit() {
        return new NavigationEntry(
                310, "engine.nav.cockpit", "/camunda/app/cockpit/", roles -> roles.contains(Role.ADMIN));
    }
}
