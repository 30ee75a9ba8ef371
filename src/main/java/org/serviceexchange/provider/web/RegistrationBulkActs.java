package org.serviceexchange.provider.web;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.serviceexchange.center.BulkAct;
import org.serviceexchange.center.Side;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.provider.closing.RequestRegistrationCancellation;
import org.serviceexchange.provider.invitation.RemindContact;
import org.serviceexchange.provider.invitation.RequestNewLink;
import org.serviceexchange.provider.registration.Registration;
import org.serviceexchange.provider.registration.RegistrationState;
import org.serviceexchange.provider.registration.Registrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

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

    /** The mail server is asked outside the transaction, as by the button on the page of one registration. */
    @Bean
    BulkAct remindManyContacts(RemindContact remindContact, TransactionTemplate transaction) {
        return new BulkAct(
                Side.PROVIDER, "remind", number -> obstacle(number, remindContact::obstacle), (number, user) -> {
                    var recording = remindContact.now(number, user);
                    transaction.executeWithoutResult(status -> recording.record());
                });
    }

    private Optional<LocalizedMessage> unless(String number, Predicate<Registration> possible) {
        return obstacle(
                number,
                registration -> possible.test(registration)
                        ? Optional.empty()
                        : Optional.of(registration.snapshot().label()));
    }

    private Optional<LocalizedMessage> obstacle(
            String number, Function<Registration, Optional<LocalizedMessage>> obstacle) {
        return registrations
                .find(number)
                .map(obstacle)
                .orElseGet(() -> Optional.of(LocalizedMessage.of("center.bulk.unknown")));
    }
}
