package org.serviceexchange.consumer.connection.engine;

import java.util.List;
import org.serviceexchange.platform.engine.FeatureProcess;
import org.serviceexchange.platform.engine.FeatureProcess.Column;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Binds the process of this feature to its delegates. */
@Configuration(proxyBeanMethods = false)
class OwnProcess {

    @Bean
    FeatureProcess providerConnectionProcess() {
        return new FeatureProcess(
                ConnectionElements.PROCESS,
                "consumer",
                ConnectionElements.RESOLVE_VALIDATION_FINDINGS,
                List.of(
                        new Column(ConnectionElements.CONNECTION_NUMBER, "tasklist.column.number"),
                        new Column(ConnectionElements.PROVIDER_NAME, "tasklist.column.provider")));
    }
}
