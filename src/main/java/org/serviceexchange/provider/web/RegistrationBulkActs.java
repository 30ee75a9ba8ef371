package org.serviceexchange.provider.web;

import java.util.Optional;
import java.util.function.Predicate;
import org.serviceexchange.center.BulkAct;
import org.serviceexchange.center.Side;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.provider.closing.RequestRegistrationCancellation;
import org.serviceexchange.provider.invitation.RequestNewLink;
import org.serviceexchange.provider.registration.Registration;
import org.serviceexchange.provider.registration.RegistrationState;
import org.serviceexchange.provider.registration.Registrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What can be done with many registrations at once. */
@Configuration(proxyBeanMethods = false)
class RegistrationBulkActs {

    private final Registrations registrations;

    RegistrationBulkActs(Registrations registrations) {
        this.registrations = registrations;
    }

    @Bean
    BulkAct resendManyLinks(RequestNewLink requestNewLink) {
        return new BulkAct(
                Side.PROVIDER,
                "resend",
                number -> unless(number, registration -> registration.state() == RegistrationState.OPEN),
                requestNewLink::request);
    }

    @Bean
    BulkAct cancelManyRegistrations(RequestRegistrationCancellation requestCancellation) {
        return new BulkAct(
                Side.PROVIDER,
                "cancel",
                number -> unless(number, registration -> !registration.state().closed()),
                requestCancellation::request);
    }

    private Optional<LocalizedMessage> unless(String number, Predicate<Registration> possible) {
        Optional<Registration> found = registrations.find(number);
        if (found.isEmpty()) {
            return Optional.of(LocalizedMessage.of("center.bulk.unknown"));
        }
        return found.filter(registration -> !possible.test(registration))
                .map(registration -> registration.snapshot().label());
    }
}
