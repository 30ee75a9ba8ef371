package org.serviceexchange;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts one instance, which can act as provider, as consumer, or as both. */
@SpringBootApplication(nameGenerator = FeatureBeanNames.class)
@ConfigurationPropertiesScan
public class ServiceExchangeApplication {

    public static void main(String[] args) {
        SpringApplication.run(ServiceExchangeApplication.class, args);
    }
}
