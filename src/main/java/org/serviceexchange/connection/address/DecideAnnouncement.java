package org.serviceexchange.connection.address;

import java.time.Clock;
import java.util.Optional;
import org.serviceexchange.connection.announcement.DecideOnAnnouncements;
import org.serviceexchange.connection.life.ConnectionLookup;
import org.serviceexchange.connection.life.LivingConnection;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.springframework.stereotype.Service;

/** A person has peers told the new address now, or gives up on one. */
@Service
public class DecideAnnouncement extends DecideOnAnnouncements {

    private final ConnectionLookup connections;

    public DecideAnnouncement(
            AddressAnnouncements announcements, ConnectionLookup connections, Journal journal, Clock clock) {
        super(announcements, journal, clock);
        this.connections = connections;
    }

    @Override
    protected Optional<LivingConnection> living(String record) {
        return connections.find(record);
    }

    @Override
    protected LocalizedMessage toldAfterAll() {
        return LocalizedMessage.of("address.note.toldAfterAll");
    }

    @Override
    protected LocalizedMessage givenUp() {
        return LocalizedMessage.of("address.note.givenUp");
    }
}
