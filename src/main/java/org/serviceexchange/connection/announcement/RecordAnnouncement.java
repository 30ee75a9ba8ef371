package org.serviceexchange.connection.announcement;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.journal.Receipt;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Finding;
import org.serviceexchange.platform.problem.ProblemCode;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes whether a peer knows what it was told, and notes it in the journal of its record. */
@Service
public class RecordAnnouncement {

    private final Journal journal;

    public RecordAnnouncement(Journal journal) {
        this.journal = journal;
    }

    /**
     * What was told to whom.
     *
     * @param rows where that is kept
     * @param subject number of the record whose journal notes it
     */
    public record Told(Announcements rows, Announcement announcement, String subject) {}

    /** The peer answered that it has adopted it. */
    @Transactional
    public void known(Told told, LocalizedMessage note, List<Receipt> receipts, Instant at) {
        if (told.rows().known(told.announcement(), at)) {
            journal.workNote(told.subject(), Journal.SYSTEM, note, receipts);
        }
    }

    /** The peer did not adopt it. The journal says so when the reason is another one than before. */
    @Transactional
    public void failed(Told told, LocalizedMessage note, Finding why, Instant again) {
        told.rows().failed(told.announcement(), why, again);
        Optional<ProblemCode> before =
                Optional.ofNullable(told.announcement().failure()).map(Finding::code);
        if (before.filter(why.code()::equals).isEmpty()) {
            journal.workNote(told.subject(), Journal.SYSTEM, note);
        }
    }
}
