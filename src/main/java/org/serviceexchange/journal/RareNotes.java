package org.serviceexchange.journal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records what a peer or a stranger can cause at will; the same message only once in ten minutes. */
@Service
public class RareNotes {

    private static final Duration QUIET = Duration.ofMinutes(10);

    /** More kinds of notes than there are; older entries are not read, because anyone can make this instance look. */
    private static final int LOOKED_AT = 50;

    private final Journal journal;
    private final Clock clock;

    public RareNotes(Journal journal, Clock clock) {
        this.journal = journal;
        this.clock = clock;
    }

    /** Appends a work note of the system unless the same one was appended lately. */
    @Transactional
    public void workNote(String subject, LocalizedMessage message) {
        Instant quietSince = clock.instant().minus(QUIET);
        boolean lately = journal.latest(subject, LOOKED_AT).stream()
                .anyMatch(entry -> entry.says(message) && entry.at().isAfter(quietSince));
        if (!lately) {
            journal.workNote(subject, Journal.SYSTEM, message);
        }
    }
}
