package org.serviceexchange.connection.newcontact;

import java.util.List;
import org.serviceexchange.connection.life.ConnectionLookup;
import org.serviceexchange.connection.life.LivingConnection;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.journal.Receipt;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.protocol.wire.MessageType;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what the provider said of the contact. */
@Service
public class HearContact {

    private final ConnectionLookup connections;
    private final NamedContacts contacts;
    private final Journal journal;

    public HearContact(ConnectionLookup connections, NamedContacts contacts, Journal journal) {
        this.connections = connections;
        this.contacts = contacts;
        this.journal = journal;
    }

    /** A change counts once; an answer that was overtaken by a later one changes nothing. */
    @Transactional
    public void heard(LivingConnection connection, StatedContact said, byte[] answer) {
        if (said.contact().isEmpty()
                || connections.lock(connection.number()).isEmpty()
                || contacts.of(connection.number())
                        .filter(known -> !known.since().isBefore(said.changedAt()))
                        .isPresent()) {
            return;
        }
        contacts.save(connection.number(), new NamedContact(said.contact(), said.company(), said.changedAt()));
        journal.workNote(
                connection.subject(),
                Journal.SYSTEM,
                LocalizedMessage.of("newcontact.note", said.contact(), said.company()),
                List.of(Receipt.signed(
                        MessageType.CONTACT.payloadType(),
                        false,
                        connection.peer().signatureKey(),
                        answer)));
    }
}
