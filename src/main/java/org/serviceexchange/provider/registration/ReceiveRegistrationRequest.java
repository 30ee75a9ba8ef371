package org.serviceexchange.provider.registration;

import java.time.Clock;
import org.serviceexchange.block.field.KeepOwnFields;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.settings.InstanceAddress;
import org.serviceexchange.platform.store.Numbers;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Accepts a registration order, or refuses it without any change. */
@Service
public class ReceiveRegistrationRequest {

    /** File of the form in Tasklist that starts a registration; an analyst may add fields to it. */
    public static final String START_FORM = "register-a-consumer.html";

    private final RegistrationRefusals refusals;
    private final Numbers numbers;
    private final Registrations registrations;
    private final Journal journal;
    private final KeepOwnFields keepOwnFields;
    private final Clock clock;

    public ReceiveRegistrationRequest(
            RegistrationRefusals refusals,
            Numbers numbers,
            Registrations registrations,
            Journal journal,
            KeepOwnFields keepOwnFields,
            Clock clock) {
        this.refusals = refusals;
        this.numbers = numbers;
        this.registrations = registrations;
        this.journal = journal;
        this.keepOwnFields = keepOwnFields;
        this.clock = clock;
    }

    /**
     * Creates a registration that awaits validation. The number is drawn first; its row lock ensures that orders are
     * checked one at a time.
     */
    @Transactional
    public RegistrationRequest receive(RegistrationOrder order) {
        String number = numbers.next("REG");
        InstanceAddress url = refusals.check(order);
        RegistrationRequest request = new RegistrationRequest(
                number, order.companyId(), order.contactId(), url.value(), order.requestedBy(), clock.instant());
        registrations.add(Registration.requested(request));
        journal.workNote(
                number, order.requestedBy(), LocalizedMessage.of("provider.note.requested", request.shownUrl()));
        keepOwnFields.keep(number, order.requestedBy(), START_FORM, order.own());
        return request;
    }
}
