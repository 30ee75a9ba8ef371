package org.serviceexchange.provider.keyexchange;

import java.time.Clock;
import java.time.Instant;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.provider.registration.ProviderSettings;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells the admins, before it is too late, that a suspended registration still waits for a decision. */
@Service
public class RemindOfReview {

    private final Journal journal;
    private final ProviderSettings settings;
    private final Clock clock;

    public RemindOfReview(Journal journal, ProviderSettings settings, Clock clock) {
        this.clock = clock;
        this.journal = journal;
        this.settings = settings;
    }

    /** Writes the work note; it says when the registration will be closed. */
    @Transactional
    public void remind(String number) {
        Instant begun = clock.instant().minus(settings.taskReminder());
        journal.workNote(
                number,
                Journal.SYSTEM,
                LocalizedMessage.of("provider.note.remindOfReview", begun.plus(settings.taskLife())));
    }
}
