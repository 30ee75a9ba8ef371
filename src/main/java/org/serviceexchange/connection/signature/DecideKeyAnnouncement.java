package org.serviceexchange.connection.signature;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.serviceexchange.connection.life.ConnectionLookup;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A person has peers told now, or gives up on one, or on all that are left. */
@Service
public class DecideKeyAnnouncement {

    private final KeyAnnouncements announcements;
    private final ConnectionLookup connections;
    private final Journal journal;
    private final Clock clock;

    public DecideKeyAnnouncement(
            KeyAnnouncements announcements, ConnectionLookup connections, Journal journal, Clock clock) {
        this.announcements = announcements;
        this.connections = connections;
        this.journal = journal;
        this.clock = clock;
    }

    /** Has everybody told now who does not know the key and was not given up on. */
    @Transactional
    public void again() {
        announcements.again(now());
    }

    /** Has a peer told after all on which somebody gave up. */
    @Transactional
    public void again(String record, String user) {
        if (announcements.again(record, now())) {
            note(record, user, "signature.note.toldAfterAll");
        }
    }

    /** Gives up on a peer, for which the new key signs from now on; repeating it has no effect. */
    @Transactional
    public void giveUp(String record, String user) {
        if (announcements.giveUp(record, user)) {
            note(record, user, "signature.note.givenUp");
        }
    }

    /** Gives up on all that were told in vain; those that are being told for the first time are left. */
    @Transactional
    public void giveUpAll(String user) {
        announcements.toldInVain().forEach(record -> giveUp(record, user));
    }

    private void note(String record, String user, String key) {
        connections
                .ofSubject(record)
                .ifPresent(living -> journal.workNote(living.subject(), user, LocalizedMessage.of(key)));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
