package org.serviceexchange.connection.newcontact;

import java.time.Instant;
import org.serviceexchange.connection.life.LivingConnection;
import org.serviceexchange.connection.statement.Statements;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.serviceexchange.protocol.wire.MessageRefusal;
import org.serviceexchange.protocol.wire.MessageType;
import org.springframework.stereotype.Service;

/** Answers a consumer that asks who its contact is. */
@Service
public class AnswerContactQuestion {

    private static final NamedContact UNCHANGED = new NamedContact("", "", Instant.EPOCH);

    private final Statements statements;
    private final NamedContacts contacts;

    public AnswerContactQuestion(Statements statements, NamedContacts contacts) {
        this.statements = statements;
        this.contacts = contacts;
    }

    /** The answer, signed by the key that the question names; problems are those of {@link Statements#read}. Only a consumer may ask. */
    public byte[] answer(byte[] envelope) {
        Statements.Received<StatedContact> received =
                statements.read(envelope, MessageType.CONTACT_QUESTION, StatedContact.class);
        LivingConnection connection = received.connection();
        if (connection.side() != ConnectionSide.PROVIDER) {
            throw MessageRefusal.failed("addressOfNone");
        }
        NamedContact contact = contacts.of(connection.subject()).orElse(UNCHANGED);
        return statements.write(
                MessageType.CONTACT,
                new StatedContact(
                        connection.registration(),
                        connection.side().name(),
                        received.said().provider(),
                        received.said().consumer(),
                        contact.contact(),
                        contact.company(),
                        contact.since(),
                        received.said().nonce(),
                        statements.now()));
    }
}
