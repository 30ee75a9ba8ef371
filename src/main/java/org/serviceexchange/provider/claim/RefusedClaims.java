package org.serviceexchange.provider.claim;

import org.serviceexchange.journal.RareNotes;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.provider.registration.Registrations;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Records refused claims of existing registrations in the journal; similar ones only once, because anyone can send
 * them.
 */
@Service
class RefusedClaims {

    private final Registrations registrations;
    private final RareNotes notes;

    RefusedClaims(Registrations registrations, RareNotes notes) {
        this.registrations = registrations;
        this.notes = notes;
    }

    @Transactional
    public void note(String number, Problem refusal) {
        LocalizedMessage refused = LocalizedMessage.of(
                "provider.note.claimRefused", refusal.finding().cause());
        if (registrations.find(number).isPresent()) {
            notes.workNote(number, refused);
        }
    }
}
