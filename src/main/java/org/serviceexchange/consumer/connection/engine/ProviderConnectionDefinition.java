package org.serviceexchange.consumer.connection.engine;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.serviceexchange.platform.engine.FailedSteps;
import org.serviceexchange.platform.engine.ProcessDiagram;
import org.serviceexchange.platform.engine.ProcessPictures;
import org.serviceexchange.platform.engine.ProcessRegistration;
import org.serviceexchange.platform.engine.ProcessRegistration.Column;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Registers the process of this feature and its delegates. */
@Configuration(proxyBeanMethods = false)
class ProviderConnectionDefinition {

    @Bean
    ProcessRegistration providerConnectionProcess() {
        return new ProcessRegistration(
                ConnectionElements.PROCESS,
                "consumer",
                ConnectionElements.RESOLVE_VALIDATION_FINDINGS,
                ConnectionElements.RE_CHECK_DUE,
                Map.of(ConnectionElements.CONNECT_TO_PROVIDER, Set.of(ConnectionElements.COMPANY_ID)),
                List.of(
                        new Column(ConnectionElements.CONNECTION_NUMBER, "tasklist.column.number"),
                        new Column(ConnectionElements.PROVIDER_NAME, "tasklist.column.provider")),
                Map.of("checkPrerequisitesAgainDelegate", "checkPrerequisitesDelegate"));
    }

    @Bean
    ProcessDiagram connectionDiagram(ProcessPictures pictures, FailedSteps failed) {
        return new ProcessDiagram(ConnectionElements.PROCESS, pictures, failed);
    }
}
