package org.serviceexchange.platform.web.edge;

import org.serviceexchange.platform.settings.InstanceSettings;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** The filters of this package and their order; all of them come before the security chains. */
@Configuration(proxyBeanMethods = false)
class EdgeFilters {

    private static final int HOST = Ordered.HIGHEST_PRECEDENCE + 20;
    private static final int FORM = Ordered.HIGHEST_PRECEDENCE + 30;

    @Bean
    FilterRegistrationBean<HostGuard> hostGuard(InstanceSettings settings) {
        var registration = new FilterRegistrationBean<>(new HostGuard(settings.baseUrl()));
        registration.setOrder(HOST);
        return registration;
    }

    @Bean
    FilterRegistrationBean<RequestForm> requestForm() {
        var registration = new FilterRegistrationBean<>(new RequestForm());
        registration.setOrder(FORM);
        return registration;
    }
}
