package org.serviceexchange.connection.state;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import org.serviceexchange.connection.suspension.Suspension;
import org.serviceexchange.kmf.InstanceKeys;
import org.serviceexchange.kmf.primitive.RandomBytes;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.protocol.claim.ClaimResponse;
import org.serviceexchange.protocol.wire.Clocks;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.serviceexchange.protocol.wire.MessageRefusal;
import org.serviceexchange.protocol.wire.MessageType;
import org.serviceexchange.protocol.wire.Party;
import org.serviceexchange.protocol.wire.Responses;
import org.serviceexchange.protocol.wire.SignedEnvelope;
import org.serviceexchange.protocol.wire.Wire;
import org.springframework.stereotype.Service;

/**
 * Writes, signs, reads and verifies questions about states and their answers.
 *
 * <p>Security guarantees: An answer counts only for the question whose nonce it repeats. An answer of anybody but the pinned peer is refused.
 */
@Service
public class StateMessages {

    /** The incarnation of a record that no restore of its database was ever noticed of. */
    static final long FIRST_INCARNATION = 1;

    private final InstanceKeys keys;
    private final Clock clock;

    public StateMessages(InstanceKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** A question of this instance, asked now. */
    public StateQuestion ask(ConnectionSide side, String number, Addressee peer, byte[] proof) {
        return new StateQuestion(
                peer.registration(),
                side.name(),
                peer.thumbprint(),
                keys.knownTo(number).signaturePublicKey(),
                peer.version(),
                RandomBytes.of(StateQuestion.NONCE_LENGTH),
                proof,
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    /** A question of this peer as it would be asked now, to sign what it would be answered; nobody sends it. */
    StateQuestion askedBy(ConnectionSide side, Party peer, String registration) {
        return new StateQuestion(
                registration,
                side.name(),
                keys.thumbprint(),
                peer.signatureKey(),
                0,
                RandomBytes.of(StateQuestion.NONCE_LENGTH),
                new byte[0],
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    /** The signed envelope of a question, JSON in UTF-8. */
    public byte[] question(StateQuestion question) {
        return SignedEnvelope.write(MessageType.STATE_QUESTION, question, keys.as(question.asker()));
    }

    /**
     * Reads a question that is addressed to this instance and signed by the key it contains. Problems:
     * {@code MESSAGE_MALFORMED}, {@code VERSION_UNSUPPORTED}, {@code CLOCKS_DIFFER}, and {@code EXCHANGE_FAILED} for every
     * cryptographic reason.
     */
    public StateQuestion readQuestion(byte[] envelope) {
        SignedEnvelope signed = SignedEnvelope.read(envelope, MessageType.STATE_QUESTION);
        StateQuestion question = Wire.read(signed.payload(), StateQuestion.class);
        if (!keys.thumbprints().contains(question.answerer()) || !signed.isSignedBy(question.signatureKey())) {
            throw refused();
        }
        Clocks.requireClose(clock.instant(), question.issuedAt());
        return question;
    }

    /** Whether a question has this instance's signed response to a claim of its registration by the asker. */
    public boolean proves(StateQuestion question) {
        if (question.proof().length == 0) {
            return false;
        }
        try {
            SignedEnvelope signed = SignedEnvelope.read(question.proof(), MessageType.CLAIM_ANSWER);
            ClaimResponse response = Wire.read(signed.payload(), ClaimResponse.class);
            return keys.signaturePublicKeys().stream().anyMatch(signed::isSignedBy)
                    && response.registration().equals(question.registration())
                    && response.consumer().equals(question.asker());
        } catch (Problem malformed) {
            return false;
        }
    }

    /** Whoever addresses this instance by an earlier signature key has yet to be told the active one. */
    void addressed(String number, StateQuestion question) {
        keys.addressedAs(number, question.answerer());
    }

    /** The one refusal of everybody who may not ask. */
    public static Problem refused() {
        return MessageRefusal.failed("stranger");
    }

    /**
     * What an answer says beside the state of the record.
     *
     * @param incarnation number of the incarnation of this side's database, as its heartbeats say it
     * @param heard version of the asker's record that this side heard of last; 0 if none
     * @param suspension of this side
     */
    public record Beside(long incarnation, long heard, Suspension suspension) {

        /** For who is told of the record's state alone. */
        public static final Beside NOTHING = new Beside(FIRST_INCARNATION, 0, Suspension.NONE);
    }

    /** The signed envelope of the answer to a question, JSON in UTF-8. */
    public byte[] answer(StateQuestion question, StateFacts facts, Beside beside) {
        boolean provider = question.asked() == ConnectionSide.PROVIDER;
        InstanceKeys addressed = keys.as(question.answerer());
        StateDocument document = new StateDocument(
                question.registration(),
                question.asked().name(),
                provider ? question.answerer() : question.asker(),
                provider ? question.asker() : question.answerer(),
                facts.connection(),
                facts.state().name(),
                facts.phase().name(),
                facts.reason().name(),
                facts.claim(),
                facts.generation(),
                facts.keyId(),
                facts.version(),
                beside.incarnation(),
                facts.next().name(),
                beside.heard(),
                beside.suspension().kind().name(),
                beside.suspension().from(),
                beside.suspension().until(),
                beside.suspension().reason(),
                addressed.signaturePublicKey(),
                question.nonce(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
        return SignedEnvelope.write(MessageType.STATE, document, addressed);
    }

    /** Reads the answer to a question of this instance; anything else is a {@code PEER_ANSWER_INVALID} problem. */
    public StateDocument readAnswer(byte[] envelope, StateQuestion question, String peer) {
        SignedEnvelope signed = Responses.read(envelope, MessageType.STATE, peer);
        StateDocument document = Responses.payload(signed, StateDocument.class, peer);
        boolean provider = question.asked() == ConnectionSide.PROVIDER;
        Responses.require(document.answerer().equals(question.answerer()), peer, "signature");
        Responses.require(signed.isSignedBy(document.signatureKey()), peer, "signature");
        Responses.require(Arrays.equals(document.nonce(), question.nonce()), peer, "nonce");
        Responses.require(document.registration().equals(question.registration()), peer, "registration");
        Responses.require(document.side().equals(question.asked().name()), peer, "side");
        Responses.require(document.provider().equals(provider ? question.answerer() : question.asker()), peer, "side");
        Responses.require(document.consumer().equals(provider ? question.asker() : question.answerer()), peer, "side");
        return document;
    }
}
