package org.serviceexchange.platform.web.edge;

import io.micrometer.core.instrument.MeterRegistry;
import org.apache.catalina.connector.Connector;
import org.serviceexchange.platform.settings.FormerBaseUrls;
import org.serviceexchange.platform.settings.InstanceSettings;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** The filters of this package and their order, and the connections; all of it comes before the security chains. */
@Configuration(proxyBeanMethods = false)
class EdgeFilters {

    private static final int ADMISSION = Ordered.HIGHEST_PRECEDENCE + 10;
    private static final int HOST = Ordered.HIGHEST_PRECEDENCE + 20;
    private static final int FORM = Ordered.HIGHEST_PRECEDENCE + 30;
    private static final String FEW = "4";

    @Bean
    FilterRegistrationBean<Admission> admission(
            LoadSettings settings, @Value("${server.tomcat.threads.max}") int threads, MeterRegistry meters) {
        var registration = new FilterRegistrationBean<>(new Admission(settings, threads, meters));
        registration.setOrder(ADMISSION);
        return registration;
    }

    @Bean
    FilterRegistrationBean<HostGuard> hostGuard(InstanceSettings settings, FormerBaseUrls former) {
        var registration = new FilterRegistrationBean<>(new HostGuard(settings.baseUrl(), former));
        registration.setOrder(HOST);
        return registration;
    }

    @Bean
    FilterRegistrationBean<RequestForm> requestForm() {
        var registration = new FilterRegistrationBean<>(new RequestForm());
        registration.setOrder(FORM);
        return registration;
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> healthPort(LoadSettings settings) {
        return factory -> {
            if (settings.healthPort() != null) {
                factory.addAdditionalTomcatConnectors(healthConnector(settings.healthPort()));
            }
        };
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> bodyDeadline() {
        return factory -> factory.addContextValves(new BodyDeadline());
    }

    /** A connector has threads of its own. */
    private static Connector healthConnector(int port) {
        Connector connector = new Connector();
        connector.setPort(port);
        connector.setProperty("maxThreads", FEW);
        connector.setProperty("minSpareThreads", "1");
        return connector;
    }
}
