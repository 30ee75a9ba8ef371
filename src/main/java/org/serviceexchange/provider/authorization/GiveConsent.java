package org.serviceexchange.provider.authorization;

import java.time.Clock;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.provider.registration.Decision;
import org.serviceexchange.provider.registration.RegistrationProcess;
import org.serviceexchange.provider.registration.Registrations;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records the contact's decision on the consent page. */
@Service
public class GiveConsent {

    private final Registrations registrations;
    private final RegistrationProcess process;
    private final Journal journal;
    private final Clock clock;

    public GiveConsent(Registrations registrations, RegistrationProcess process, Journal journal, Clock clock) {
        this.registrations = registrations;
        this.process = process;
        this.journal = journal;
        this.clock = clock;
    }

    /** Records Allow in the registration and lets the process go on. */
    @Transactional
    public void allow(String clientId, String userId) {
        registrations.lockOfClient(clientId).ifPresent(registration -> {
            registration.consented(new Decision(userId, clock.instant()));
            registrations.save(registration);
            journal.workNote(registration.number(), userId, LocalizedMessage.of("provider.note.allowed"));
            process.consentGiven(registration.number(), userId);
        });
    }

    /**
     * Notes Deny; the registration stays open, and the process waits for the contact anew. A consent that was given before, on
     * another page, still counts, and the process goes on with it.
     */
    @Transactional
    public void deny(String clientId, String userId) {
        registrations.lockOfClient(clientId).ifPresent(registration -> {
            journal.workNote(registration.number(), userId, LocalizedMessage.of("provider.note.denied"));
            if (!registration.snapshot().consentGiven()) {
                process.consentDenied(registration.number());
            }
        });
    }
}
