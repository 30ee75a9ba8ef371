package org.serviceexchange.provider.authorization;

import java.time.Clock;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.provider.registration.Decision;
import org.serviceexchange.provider.registration.Registrations;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records the contact's decision on the consent page. */
@Service
public class GiveConsent {

    private final Registrations registrations;
    private final Journal journal;
    private final Clock clock;

    GiveConsent(Registrations registrations, Journal journal, Clock clock) {
        this.registrations = registrations;
        this.journal = journal;
        this.clock = clock;
    }

    /** Records Allow in the registration. */
    @Transactional
    public void allow(String clientId, String userId) {
        registrations.lockOfClient(clientId).ifPresent(registration -> {
            registration.consented(new Decision(userId, clock.instant()));
            registrations.save(registration);
            journal.workNote(registration.number(), userId, LocalizedMessage.of("provider.note.allowed"));
        });
    }

    /** Records Deny in the journal only; the registration stays open. */
    @Transactional
    public void deny(String clientId, String userId) {
        registrations
                .ofClient(clientId)
                .ifPresent(registration ->
                        journal.workNote(registration.number(), userId, LocalizedMessage.of("provider.note.denied")));
    }
}
