package org.serviceexchange.provider.validation;

import org.serviceexchange.journal.Journal;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.provider.registration.ProviderSettings;
import org.serviceexchange.provider.registration.RegistrationRequest;
import org.serviceexchange.provider.registration.Registrations;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells the admins, before it is too late, that the findings of a registration still stand. */
@Service
public class RemindOfFindings {

    private final Registrations registrations;
    private final Journal journal;
    private final ProviderSettings settings;

    public RemindOfFindings(Registrations registrations, Journal journal, ProviderSettings settings) {
        this.registrations = registrations;
        this.journal = journal;
        this.settings = settings;
    }

    /** Writes the work note; it says when the registration will be closed. */
    @Transactional
    public void remind(String number) {
        RegistrationRequest request = registrations.lock(number).request();
        journal.workNote(
                number,
                Journal.SYSTEM,
                LocalizedMessage.of(
                        "provider.note.remindOfFindings", request.at().plus(settings.taskLife())));
    }
}
