package org.serviceexchange.connection.signature;

import org.serviceexchange.connection.life.LivingConnection;
import org.serviceexchange.connection.statement.Statements;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.serviceexchange.protocol.wire.MessageType;
import org.serviceexchange.protocol.wire.Responses;
import org.springframework.stereotype.Component;

/** Writes, signs, reads and verifies the messages of a new signature key, as {@link Statements} does all of them. */
@Component
public class KeyMessages {

    private final Statements statements;

    public KeyMessages(Statements statements) {
        this.statements = statements;
    }

    /** What this instance announces: the new key, to a peer that knows the key with this thumbprint. */
    StatedKey announce(LivingConnection connection, String known, byte[] signatureKey) {
        boolean provider = connection.side() == ConnectionSide.PROVIDER;
        String peer = connection.peer().thumbprint();
        return new StatedKey(
                connection.registration(),
                connection.side().name(),
                provider ? known : peer,
                provider ? peer : known,
                signatureKey,
                Statements.nonce(),
                statements.now());
    }

    /** The question for a proof of what was announced. */
    StatedKey ask(StatedKey announced) {
        return back(announced, Statements.nonce());
    }

    /** What answers a message: it names the same as that. */
    StatedKey answer(StatedKey asked) {
        return back(asked, asked.nonce());
    }

    private StatedKey back(StatedKey said, byte[] nonce) {
        return new StatedKey(
                said.registration(),
                said.receiver().name(),
                said.provider(),
                said.consumer(),
                said.signatureKey(),
                nonce,
                statements.now());
    }

    /** The signed envelope, JSON in UTF-8, under the key that the message names for this instance. */
    byte[] write(MessageType type, StatedKey said) {
        return statements.write(type, said);
    }

    /** The signed envelope of a proof: under the new key. */
    byte[] prove(StatedKey said) {
        return statements.write(MessageType.SIGNATURE_KEY_PROOF, said, said.announced());
    }

    /** Reads a message of a peer, with the problems of {@link Statements#read}. */
    Statements.Received<StatedKey> read(byte[] envelope, MessageType type) {
        return statements.read(envelope, type, StatedKey.class);
    }

    /** Reads the peer's answer, which this key signed; anything else is a {@code PEER_ANSWER_INVALID} problem. */
    static void accept(byte[] answer, MessageType type, byte[] signatureKey, StatedKey asked, String peer) {
        StatedKey said = Statements.readAnswer(answer, type, StatedKey.class, signatureKey, asked, peer);
        Responses.require(said.announced().equals(asked.announced()), peer, "signature");
    }
}
