package org.serviceexchange.provider.registration.engine;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.serviceexchange.block.field.OwnField;
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
                Map.of(
                        ProcessRegistration.START,
                        Set.of(
                                RegistrationElements.COMPANY_ID,
                                RegistrationElements.CONTACT_ID,
                                RegistrationElements.CONSUMER_URL,
                                OwnField.PREFIX + "*"),
                        RegistrationElements.REVIEW_SUSPENDED_REGISTRATION,
                        Set.of(RegistrationElements.CONTINUE_WITH_NEW_LINK)),
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
