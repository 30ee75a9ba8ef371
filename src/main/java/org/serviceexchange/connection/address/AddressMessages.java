package org.serviceexchange.connection.address;

import org.serviceexchange.connection.life.LivingConnection;
import org.serviceexchange.connection.statement.Statements;
import org.serviceexchange.protocol.wire.MessageType;
import org.serviceexchange.protocol.wire.Responses;
import org.springframework.stereotype.Component;

/** Writes, signs, reads and verifies the messages of a change of address, as {@link Statements} does all of them. */
@Component
public class AddressMessages {

    private final Statements statements;

    public AddressMessages(Statements statements) {
        this.statements = statements;
    }

    /** What this instance says of an address, with a new nonce. */
    StatedAddress say(LivingConnection connection, String baseUrl) {
        return say(connection, baseUrl, Statements.nonce());
    }

    /** What this instance says in answer to a message with this nonce. */
    StatedAddress say(LivingConnection connection, String baseUrl, byte[] nonce) {
        return new StatedAddress(
                connection.registration(),
                connection.side().name(),
                connection.parties().provider().thumbprint(),
                connection.parties().consumer().thumbprint(),
                baseUrl,
                nonce,
                statements.now());
    }

    /** The signed envelope, JSON in UTF-8. */
    byte[] write(MessageType type, StatedAddress said) {
        return statements.write(type, said);
    }

    /** Reads a message of a peer, with the problems of {@link Statements#read}. */
    Statements.Received<StatedAddress> read(byte[] envelope, MessageType type) {
        return statements.read(envelope, type, StatedAddress.class);
    }

    /** Reads the peer's answer to what this instance said; anything else is a {@code PEER_ANSWER_INVALID} problem. */
    static StatedAddress readAnswer(byte[] answer, MessageType type, LivingConnection connection, StatedAddress asked) {
        String peer = asked.baseUrl();
        byte[] key = connection.peer().signatureKey();
        StatedAddress said = Statements.readAnswer(answer, type, StatedAddress.class, key, asked, peer);
        Responses.require(said.baseUrl().equals(asked.baseUrl()), peer, "address");
        return said;
    }
}
