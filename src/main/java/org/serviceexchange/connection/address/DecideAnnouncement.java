package org.serviceexchange.connection.address;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.serviceexchange.connection.life.ConnectionLookup;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A person has peers told now, or gives up on one. */
@Service
public class DecideAnnouncement {

    private final Announcements announcements;
    private final ConnectionLookup connections;
    private final Journal journal;
    private final Clock clock;

    public DecideAnnouncement(Announcements announcements, ConnectionLookup connections, Journal journal, Clock clock) {
        this.announcements = announcements;
        this.connections = connections;
        this.journal = journal;
        this.clock = clock;
    }

    /** Has everybody told now who does not know the address and was not given up on. */
    @Transactional
    public void again() {
        announcements.again(now());
    }

    /** Has a peer told after all on which somebody gave up. */
    @Transactional
    public void again(String connection, String user) {
        if (announcements.again(connection, now())) {
            note(connection, user, "address.note.toldAfterAll");
        }
    }

    /** Gives up on a peer; repeating it has no effect. */
    @Transactional
    public void giveUp(String connection, String user) {
        if (announcements.giveUp(connection, user)) {
            note(connection, user, "address.note.givenUp");
        }
    }

    private void note(String connection, String user, String key) {
        connections
                .find(connection)
                .ifPresent(living -> journal.workNote(living.subject(), user, LocalizedMessage.of(key)));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
