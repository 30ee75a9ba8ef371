package org.serviceexchange.connection.newcontact;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import org.serviceexchange.connection.life.ConnectionLookup;
import org.serviceexchange.connection.life.LivingConnection;
import org.serviceexchange.connection.statement.FurtherQuestion;
import org.serviceexchange.connection.statement.Statements;
import org.serviceexchange.protocol.outbound.OutboundHttp;
import org.serviceexchange.protocol.outbound.PeerProblem;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.serviceexchange.protocol.wire.MessageType;
import org.serviceexchange.protocol.wire.ProtocolPaths;
import org.springframework.stereotype.Service;

/** A consumer asks who its contact is, whenever it hears that something has changed at the provider. */
@Service
public class AskContact implements FurtherQuestion {

    /** The provider is of a version that does not know the question. */
    private static final int NOT_FOUND = 404;

    private final ConnectionLookup connections;
    private final Statements statements;
    private final OutboundHttp http;
    private final HearContact hearContact;

    public AskContact(ConnectionLookup connections, Statements statements, OutboundHttp http, HearContact hearContact) {
        this.connections = connections;
        this.statements = statements;
        this.http = http;
        this.hearContact = hearContact;
    }

    /** What hinders the answer is thrown as by {@link OutboundHttp}. */
    @Override
    public void ask(ConnectionSide side, String number) {
        if (side == ConnectionSide.CONSUMER) {
            connections.ofSubject(side, number).ifPresent(this::ask);
        }
    }

    private void ask(LivingConnection connection) {
        StatedContact question = new StatedContact(
                connection.registration(),
                connection.side().name(),
                connection.parties().provider().thumbprint(),
                connection.parties().consumer().thumbprint(),
                "",
                "",
                Instant.EPOCH,
                Statements.nonce(),
                statements.now());
        try {
            byte[] answer = http.post(
                    URI.create(connection.peer().url() + ProtocolPaths.CONTACTS),
                    "application/json",
                    statements.write(MessageType.CONTACT_QUESTION, question),
                    Map.of());
            hearContact.heard(connection, said(answer, connection, question), answer);
        } catch (PeerProblem refused) {
            if (refused.status() != NOT_FOUND) {
                throw refused;
            }
        }
    }

    private static StatedContact said(byte[] answer, LivingConnection connection, StatedContact question) {
        return Statements.readAnswer(
                answer,
                MessageType.CONTACT,
                StatedContact.class,
                connection.peer().signatureKey(),
                question,
                connection.peer().url());
    }
}
