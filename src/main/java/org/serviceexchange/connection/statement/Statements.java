package org.serviceexchange.connection.statement;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import org.serviceexchange.connection.life.ConnectionLookup;
import org.serviceexchange.connection.life.LivingConnection;
import org.serviceexchange.kmf.InstanceKeys;
import org.serviceexchange.kmf.primitive.RandomBytes;
import org.serviceexchange.protocol.wire.Clocks;
import org.serviceexchange.protocol.wire.MessageRefusal;
import org.serviceexchange.protocol.wire.MessageType;
import org.serviceexchange.protocol.wire.Responses;
import org.serviceexchange.protocol.wire.SignedEnvelope;
import org.serviceexchange.protocol.wire.Wire;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Signs, reads and verifies statements about living connections.
 *
 * <p>Security guarantees: Nothing but a message that the pinned peer of a living connection signed is read. An answer counts only for the
 * message whose nonce it repeats.
 */
@Component
public class Statements {

    private final ConnectionLookup connections;
    private final InstanceKeys keys;
    private final Clock clock;

    public Statements(ConnectionLookup connections, InstanceKeys keys, Clock clock) {
        this.connections = connections;
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * A message of the peer that was verified.
     *
     * @param connection the connection that it is about
     */
    public record Received<T extends Statement>(LivingConnection connection, T said) {}

    public static byte[] nonce() {
        return RandomBytes.of(Statement.NONCE_LENGTH);
    }

    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** The signed envelope, JSON in UTF-8, under the key that the message names for this instance. */
    public byte[] write(MessageType type, Statement said) {
        return write(type, said, said.signer());
    }

    /** The same under the key with this thumbprint. */
    public byte[] write(MessageType type, Statement said, String signer) {
        return SignedEnvelope.write(type, said, keys.as(signer));
    }

    /**
     * Reads a message of a peer. Problems: {@code MESSAGE_MALFORMED}, {@code VERSION_UNSUPPORTED}, {@code CLOCKS_DIFFER}, and
     * {@code EXCHANGE_FAILED} for everybody who is not the pinned peer of a living connection.
     */
    @Transactional
    public <T extends Statement> Received<T> read(byte[] envelope, MessageType type, Class<T> form) {
        SignedEnvelope signed = SignedEnvelope.read(envelope, type);
        T said = Wire.read(signed.payload(), form);
        LivingConnection connection = connections
                .ofRegistration(said.receiver(), said.registration(), said.provider())
                .filter(found -> said.signer().equals(found.peer().thumbprint())
                        && keys.thumbprints().contains(said.addressee())
                        && signed.isSignedBy(found.peer().signatureKey()))
                .orElseThrow(() -> MessageRefusal.failed("addressOfNone"));
        Clocks.requireClose(clock.instant(), said.issuedAt());
        return new Received<>(connection, said);
    }

    /** Reads the peer's answer to what this instance said; anything else is a {@code PEER_ANSWER_INVALID} problem that names this address. */
    public static <T extends Statement> T readAnswer(
            byte[] answer, MessageType type, Class<T> form, byte[] signatureKey, Statement asked, String peer) {
        SignedEnvelope signed = Responses.read(answer, type, peer);
        T said = Responses.payload(signed, form, peer);
        Responses.require(signed.isSignedBy(signatureKey), peer, "signature");
        Responses.require(Arrays.equals(said.nonce(), asked.nonce()), peer, "nonce");
        Responses.require(said.registration().equals(asked.registration()), peer, "registration");
        Responses.require(said.side().equals(asked.receiver().name()), peer, "side");
        Responses.require(said.provider().equals(asked.provider()), peer, "side");
        Responses.require(said.consumer().equals(asked.consumer()), peer, "side");
        return said;
    }
}
