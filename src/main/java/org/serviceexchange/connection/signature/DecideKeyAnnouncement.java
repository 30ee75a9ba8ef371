package org.serviceexchange.connection.signature;

import java.time.Clock;
import java.util.Optional;
import org.serviceexchange.connection.announcement.DecideOnAnnouncements;
import org.serviceexchange.connection.life.ConnectionLookup;
import org.serviceexchange.connection.life.LivingConnection;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A person has peers told the new signature key now, or gives up on one, or on all that are left: it signs for them from then on. */
@Service
public class DecideKeyAnnouncement extends DecideOnAnnouncements {

    private final KeyAnnouncements announcements;
    private final ConnectionLookup connections;

    public DecideKeyAnnouncement(
            KeyAnnouncements announcements, ConnectionLookup connections, Journal journal, Clock clock) {
        super(announcements, journal, clock);
        this.announcements = announcements;
        this.connections = connections;
    }

    /** Gives up on all that were told in vain; those that are being told for the first time are left. */
    @Transactional
    public void giveUpAll(String user) {
        announcements.toldInVain().forEach(record -> giveUp(record, user));
    }

    @Override
    protected Optional<LivingConnection> living(String record) {
        return connections.ofSubject(record);
    }

    @Override
    protected LocalizedMessage toldAfterAll() {
        return LocalizedMessage.of("signature.note.toldAfterAll");
    }

    @Override
    protected LocalizedMessage givenUp() {
        return LocalizedMessage.of("signature.note.givenUp");
    }
}
