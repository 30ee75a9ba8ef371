package org.serviceexchange.connection.announcement;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.serviceexchange.connection.life.LivingConnection;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.springframework.transaction.annotation.Transactional;

/** A person has peers told now, or gives up on one. */
public abstract class DecideOnAnnouncements {

    private final Announcements announcements;
    private final Journal journal;
    private final Clock clock;

    protected DecideOnAnnouncements(Announcements announcements, Journal journal, Clock clock) {
        this.announcements = announcements;
        this.journal = journal;
        this.clock = clock;
    }

    /** The living connection whose journal notes a decision; empty if it does not live. */
    protected abstract Optional<LivingConnection> living(String record);

    /** The entry of the journal for a peer that is told after all. */
    protected abstract LocalizedMessage toldAfterAll();

    /** The entry of the journal for a peer on which somebody gave up. */
    protected abstract LocalizedMessage givenUp();

    /** Has everybody told now who does not know and was not given up on. */
    @Transactional
    public void again() {
        announcements.again(now());
    }

    /** Has a peer told after all on which somebody gave up. */
    @Transactional
    public void again(String record, String user) {
        if (announcements.again(record, now())) {
            note(record, user, toldAfterAll());
        }
    }

    /** Gives up on a peer; repeating it has no effect. */
    @Transactional
    public void giveUp(String record, String user) {
        if (announcements.giveUp(record, user)) {
            note(record, user, givenUp());
        }
    }

    private void note(String record, String user, LocalizedMessage what) {
        living(record).ifPresent(connection -> journal.workNote(connection.subject(), user, what));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
