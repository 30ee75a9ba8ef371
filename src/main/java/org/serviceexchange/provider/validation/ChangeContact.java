package org.serviceexchange.provider.validation;

import org.serviceexchange.connection.newcontact.TellContact;
import org.serviceexchange.directory.Company;
import org.serviceexchange.directory.Contact;
import org.serviceexchange.directory.Directory;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.store.Numbers;
import org.serviceexchange.provider.registration.Registration;
import org.serviceexchange.provider.registration.RegistrationProcess;
import org.serviceexchange.provider.registration.RegistrationRefusals;
import org.serviceexchange.provider.registration.RegistrationRequest;
import org.serviceexchange.provider.registration.RegistrationState;
import org.serviceexchange.provider.registration.Registrations;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * An admin replaces the contact of a registration, and with the contact the company if that is another one. A live connection goes on;
 * before that the new contact gets a new link, and the earlier one stops working.
 */
@Service
public class ChangeContact {

    private final Registrations registrations;
    private final RegistrationRefusals refusals;
    private final RegistrationProcess process;
    private final Directory directory;
    private final Numbers numbers;
    private final TellContact tellContact;
    private final Journal journal;

    public ChangeContact(
            Registrations registrations,
            RegistrationRefusals refusals,
            RegistrationProcess process,
            Directory directory,
            Numbers numbers,
            TellContact tellContact,
            Journal journal) {
        this.registrations = registrations;
        this.refusals = refusals;
        this.process = process;
        this.directory = directory;
        this.numbers = numbers;
        this.tellContact = tellContact;
        this.journal = journal;
    }

    /**
     * Repeating it has no effect. Problems: those of {@link RegistrationRefusals#requireContact} and, for another company, of
     * {@link RegistrationRefusals#requireFree}; {@code REGISTRATION_CLOSED}, {@code LINK_NOT_OPEN}.
     */
    @Transactional
    public void change(String number, String companyId, String contactId, String admin) {
        refusals.requireContact(companyId, contactId);
        numbers.lock("REG");
        Registration registration = registrations.lock(number);
        RegistrationRequest before = registration.request();
        if (before.contactId().equals(contactId) && before.companyId().equals(companyId)) {
            return;
        }
        if (!before.companyId().equals(companyId)) {
            refusals.requireFree(companyId, before.consumerUrl());
        }
        registration.contactChanged(companyId, contactId);
        registrations.save(registration);
        journal.workNote(number, admin, note(before, registration.request()));
        process.contactChanged(number, companyId, contactId);
        goOn(registration, admin);
    }

    private void goOn(Registration registration, String admin) {
        RegistrationRequest now = registration.request();
        if (registration.state() == RegistrationState.CLOSED_COMPLETE) {
            tellContact.changed(registration.number(), person(now), company(now));
            return;
        }
        if (!registration.isOpen()) {
            process.checkAgain(registration.number(), admin);
        } else if (!process.resend(registration.number(), admin)) {
            throw registration.snapshot().notNow(ProblemCode.LINK_NOT_OPEN);
        }
    }

    private LocalizedMessage note(RegistrationRequest before, RegistrationRequest now) {
        return before.companyId().equals(now.companyId())
                ? LocalizedMessage.of("provider.note.contactChanged", person(before), person(now))
                : LocalizedMessage.of(
                        "provider.note.companyChanged", person(before), company(before), person(now), company(now));
    }

    private String person(RegistrationRequest request) {
        return directory.contact(request.contactId()).map(Contact::displayName).orElse(request.contactId());
    }

    private String company(RegistrationRequest request) {
        return directory.company(request.companyId()).map(Company::name).orElse(request.companyId());
    }
}
