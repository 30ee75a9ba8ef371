package org.serviceexchange.connection.signature;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.serviceexchange.connection.life.LivingConnection;
import org.serviceexchange.connection.statement.Statements;
import org.serviceexchange.journal.Receipt;
import org.serviceexchange.kmf.InstanceKeys;
import org.serviceexchange.platform.problem.ExplainedFailure;
import org.serviceexchange.platform.problem.Finding;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.protocol.outbound.OutboundHttp;
import org.serviceexchange.protocol.outbound.PeerProblem;
import org.serviceexchange.protocol.wire.MessageType;
import org.serviceexchange.protocol.wire.ProtocolPaths;
import org.springframework.stereotype.Service;

/**
 * Answers a peer that announces a new signature key, after the key was proved and pinned.
 *
 * <p>Security guarantees: A new key is pinned only if the pinned one announced it now and an instance at the known address proved that
 * it holds the new one. The holder of a stolen key who is not at that address replaces nothing.
 */
@Service
public class AnswerKeyAnnouncement {

    private final KeyMessages messages;
    private final AdoptKey adoptKey;
    private final InstanceKeys keys;
    private final OutboundHttp http;

    public AnswerKeyAnnouncement(KeyMessages messages, AdoptKey adoptKey, InstanceKeys keys, OutboundHttp http) {
        this.messages = messages;
        this.adoptKey = adoptKey;
        this.keys = keys;
        this.http = http;
    }

    /**
     * The signed answer. Repeating an announcement has no effect. Problems: those of {@link Statements#read}, and
     * {@code SIGNATURE_KEY_NOT_ADOPTED}, which this instance's journal shows too.
     */
    public byte[] answer(byte[] envelope) {
        Statements.Received<StatedKey> received = messages.read(envelope, MessageType.SIGNATURE_KEY);
        LivingConnection connection = received.connection();
        StatedKey said = received.said();
        if (!said.announced().equals(connection.peer().thumbprint())) {
            try {
                adoptKey.adopt(
                        connection, said.signatureKey(), receipts(connection, said, envelope, prove(connection, said)));
            } catch (Problem | PeerProblem refused) {
                Finding why = ((ExplainedFailure) refused).finding();
                adoptKey.refused(connection, said.announced(), why);
                throw new Problem(
                        ProblemCode.SIGNATURE_KEY_NOT_ADOPTED, refused, connection.registration(), why.cause());
            }
        }
        return messages.write(MessageType.SIGNATURE_KEY_ANSWER, messages.answer(said));
    }

    /** The peer's proof, signed by the new key at the address that is known. No transaction may be open. */
    private byte[] prove(LivingConnection connection, StatedKey said) {
        String peer = connection.peer().url();
        if (keys.thumbprints().contains(said.announced())) {
            throw new Problem(ProblemCode.URL_IS_OWN, peer);
        }
        StatedKey question = messages.ask(said);
        byte[] proof = http.post(
                URI.create(peer + ProtocolPaths.SIGNATURE_KEY_QUESTIONS),
                "application/json",
                messages.write(MessageType.SIGNATURE_KEY_QUESTION, question),
                Map.of());
        KeyMessages.accept(proof, MessageType.SIGNATURE_KEY_PROOF, said.signatureKey(), question, peer);
        return proof;
    }

    private static List<Receipt> receipts(
            LivingConnection connection, StatedKey said, byte[] announcement, byte[] proof) {
        return List.of(
                Receipt.signed(
                        MessageType.SIGNATURE_KEY.payloadType(),
                        false,
                        connection.peer().signatureKey(),
                        announcement),
                Receipt.signed(MessageType.SIGNATURE_KEY_PROOF.payloadType(), false, said.signatureKey(), proof));
    }
}
