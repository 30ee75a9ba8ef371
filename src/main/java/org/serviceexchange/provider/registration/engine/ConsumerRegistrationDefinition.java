package org.serviceexchange.provider.registration.engine;

import java.util.List;
import java.util.Map;
import org.serviceexchange.platform.engine.FailedSteps;
import org.serviceexchange.platform.engine.ProcessDiagram;
import org.serviceexchange.platform.engine.ProcessPictures;
import org.serviceexchange.platform.engine.ProcessRegistration;
import org.serviceexchange.platform.engine.ProcessRegistration.Column;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Registers the process of this feature and its delegates. */
@Configuration(proxyBeanMethods = false)
class ConsumerRegistrationDefinition {

    @Bean
    ProcessRegistration consumerRegistrationProcess() {
        return new ProcessRegistration(
                RegistrationElements.PROCESS,
                "provider",
                RegistrationElements.RESOLVE_VALIDATION_FINDINGS,
                RegistrationElements.RE_CHECK_DUE,
                List.of(
                        new Column(RegistrationElements.REGISTRATION_NUMBER, "tasklist.column.number"),
                        new Column(RegistrationElements.COMPANY_NAME, "tasklist.column.company")),
                Map.of("checkPrerequisitesAgainDelegate", "checkPrerequisitesDelegate"));
    }

    @Bean
    ProcessDiagram registrationDiagram(ProcessPictures pictures, FailedSteps failed) {
        return new ProcessDiagram(RegistrationElements.PROCESS, pictures, failed);
    }
}
