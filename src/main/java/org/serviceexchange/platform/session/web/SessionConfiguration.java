package org.serviceexchange.platform.session.web;

import org.serviceexchange.platform.settings.InstanceSettings;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.config.annotation.web.http.EnableSpringHttpSession;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.session.web.http.HttpSessionIdResolver;

/** Puts the sessions of the database in place of those of the servlet container. */
@Configuration(proxyBeanMethods = false)
@EnableSpringHttpSession
class SessionConfiguration {

    /** The cookie is marked Secure as soon as the base URL is https, and no script and no form of another site sees it. */
    @Bean
    HttpSessionIdResolver sessionIds(
            InstanceSettings settings, @Value("${server.servlet.session.cookie.name}") String name) {
        var cookie = new DefaultCookieSerializer();
        cookie.setCookieName(name);
        cookie.setUseBase64Encoding(false);
        cookie.setUseSecureCookie(settings.secureCookies());
        cookie.setSameSite("Lax");
        return new SessionIds(cookie);
    }
}
