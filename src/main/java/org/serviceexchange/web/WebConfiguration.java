package org.serviceexchange.web;

import org.serviceexchange.instance.InstanceSettings;
import org.serviceexchange.instance.NavigationEntry;
import org.serviceexchange.instance.SetUp;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Filters and cookies of all pages. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration {

    @Bean
    FilterRegistrationBean<SetUpGate> setUpGate(SetUp setUp) {
        var registration = new FilterRegistrationBean<>(new SetUpGate(setUp));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 100);
        return registration;
    }

    /** Cookies are for https only as soon as the instance is reached by https. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> secureCookies(InstanceSettings settings) {
        boolean https = settings.baseUrl() != null
                && "https".equalsIgnoreCase(settings.baseUrl().getScheme());
        return factory -> factory.getSession().getCookie().setSecure(https || settings.production());
    }

    @Bean
    NavigationEntry ownPassword() {
        return new NavigationEntry(
                900, "Change password", "/account/password", "Set a new password for yourself.", roles -> true);
    }
}
