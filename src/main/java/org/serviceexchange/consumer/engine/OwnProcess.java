package org.serviceexchange.consumer.engine;

import org.serviceexchange.engine.FeatureProcess;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Binds the process of this feature to its delegates. */
@Configuration(proxyBeanMethods = false)
class OwnProcess {

    @Bean
    FeatureProcess providerConnectionProcess() {
        return new FeatureProcess("provider-connection", "consumer");
    }
}
