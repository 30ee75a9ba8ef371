package org.serviceexchange.provider.claim;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.serviceexchange.journal.Journal;
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

    private static final Duration QUIET = Duration.ofMinutes(10);

    /** More kinds of refusals than there are; older entries are not read, because anyone can make this instance look. */
    private static final int LOOKED_AT = 50;

    private final Registrations registrations;
    private final Journal journal;
    private final Clock clock;

    RefusedClaims(Registrations registrations, Journal journal, Clock clock) {
        this.registrations = registrations;
        this.journal = journal;
        this.clock = clock;
    }

    @Transactional
    public void note(String number, Problem refusal) {
        LocalizedMessage refused = LocalizedMessage.of(
                "provider.note.claimRefused", refusal.finding().cause());
        if (registrations.find(number).isPresent() && !notedLately(number, refused)) {
            journal.workNote(number, Journal.SYSTEM, refused);
        }
    }

    private boolean notedLately(String number, LocalizedMessage refused) {
        Instant quietSince = clock.instant().minus(QUIET);
        return journal.latest(number, LOOKED_AT).stream()
                .anyMatch(entry -> entry.says(refused) && entry.at().isAfter(quietSince));
    }
}
