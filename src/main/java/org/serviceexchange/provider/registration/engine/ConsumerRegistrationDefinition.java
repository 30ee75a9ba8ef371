package org.serviceexchange.provider.registration.engine;

import java.util.List;
import org.serviceexchange.platform.engine.FailedSteps;
import org.serviceexchange.platform.engine.ProcessDiagram;
import org.serviceexchange.platform.engine.ProcessPictures;
import org.serviceexchange.platform.engine.ProcessRegistration;
import org.serviceexchange.platform.engine.ProcessRegistration.Column;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Binds the process of this feature to its delegates, and shows it as a picture. */
@Configuration(proxyBeanMethods = false)
class ConsumerRegistrationDefinition {

    @Bean
    ProcessRegistration consumerRegistrationProcess() {
        return new ProcessRegistration(
                RegistrationElements.PROCESS,
                "provider",
                RegistrationElements.RESOLVE_VALIDATION_FINDINGS,
                List.of(
                        new Column(RegistrationElements.REGISTRATION_NUMBER, "tasklist.column.number"),
                        new Column(RegistrationElements.COMPANY_NAME, "tasklist.column.company")));
    }

    @Bean
    ProcessDiagram registrationDiagram(ProcessPictures pictures, FailedSteps failed) {
        return new ProcessDiagram(RegistrationElements.PROCESS, pictures, failed);
    }
}
