package org.serviceexchange.connection.newcontact;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.serviceexchange.connection.state.PeerNews;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** A provider keeps what its consumer is to hear of another contact, and has the consumer ask. */
@Service
public class TellContact {

    private final NamedContacts contacts;
    private final PeerNews news;
    private final Clock clock;

    public TellContact(NamedContacts contacts, PeerNews news, Clock clock) {
        this.contacts = contacts;
        this.news = news;
        this.clock = clock;
    }

    /** Part of the caller's transaction, which has changed the registration of this number. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void changed(String registration, String contact, String company) {
        contacts.save(
                registration, new NamedContact(contact, company, clock.instant().truncatedTo(ChronoUnit.MILLIS)));
        news.tell(ConnectionSide.PROVIDER, registration);
    }
}
