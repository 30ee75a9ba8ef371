package org.serviceexchange.provider.validation;

import java.util.Optional;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Finding;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.settings.InstanceAddress;
import org.serviceexchange.platform.store.Numbers;
import org.serviceexchange.provider.registration.Registration;
import org.serviceexchange.provider.registration.RegistrationProcess;
import org.serviceexchange.provider.registration.RegistrationRefusals;
import org.serviceexchange.provider.registration.Registrations;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Replaces the address of the consumer instance, and with it the link: the old one becomes invalid at once. */
@Service
public class ReplaceAddress {

    private final Registrations registrations;
    private final RegistrationRefusals refusals;
    private final RegistrationProcess process;
    private final GoOnAnyway goOnAnyway;
    private final Numbers numbers;
    private final Journal journal;

    public ReplaceAddress(
            Registrations registrations,
            RegistrationRefusals refusals,
            RegistrationProcess process,
            GoOnAnyway goOnAnyway,
            Numbers numbers,
            Journal journal) {
        this.registrations = registrations;
        this.refusals = refusals;
        this.process = process;
        this.goOnAnyway = goOnAnyway;
        this.numbers = numbers;
        this.journal = journal;
    }

    /**
     * Replaces the address by a checked one. As for orders, the lock of the numbers ensures that addresses are taken one
     * at a time.
     *
     * @param waived what was found at the address, if the admin goes on anyway
     */
    @Transactional
    void replace(String number, String address, Optional<Finding> waived, String admin) {
        numbers.lock("REG");
        Registration registration = registrations.lock(number);
        String before = registration.request().consumerUrl();
        refusals.requireFree(registration.request().companyId(), address);
        registration.correctAddress(address);
        registrations.save(registration);
        journal.workNote(
                number,
                admin,
                LocalizedMessage.of(
                        "provider.note.addressCorrected",
                        InstanceAddress.shown(before),
                        InstanceAddress.shown(address)));
        waived.ifPresent(finding -> goOnAnyway.keep(registration, finding, admin));
        process.addressCorrected(number, address);
        if (!registration.isOpen()) {
            process.checkAgain(number, admin);
        } else if (!process.resend(number, admin)) {
            throw registration.snapshot().notNow(ProblemCode.LINK_NOT_OPEN);
        }
    }
}
