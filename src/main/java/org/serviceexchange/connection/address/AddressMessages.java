package org.serviceexchange.connection.address;

import java.time.Clock;
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
 * Writes, signs, reads and verifies the messages of a change of address.
 *
 * <p>Security guarantees: Nothing but a message that the pinned peer of a living connection signed is read. An answer counts only for the
 * message whose nonce it repeats.
 */
@Component
public class AddressMessages {

    private final ConnectionLookup connections;
    private final InstanceKeys keys;
    private final Clock clock;

    public AddressMessages(ConnectionLookup connections, InstanceKeys keys, Clock clock) {
        this.connections = connections;
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * A message of the peer that was verified.
     *
     * @param connection the connection that it is about
     */
    record Received(LivingConnection connection, StatedAddress said) {}

    /** What this instance says of an address, with a new nonce. */
    StatedAddress say(LivingConnection connection, String baseUrl) {
        return say(connection, baseUrl, RandomBytes.of(StatedAddress.NONCE_LENGTH));
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
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    /** The signed envelope, JSON in UTF-8. */
    byte[] write(MessageType type, StatedAddress said) {
        return SignedEnvelope.write(type, said, keys);
    }

    /**
     * Reads a message of a peer. Problems: {@code MESSAGE_MALFORMED}, {@code VERSION_UNSUPPORTED}, {@code CLOCKS_DIFFER}, and
     * {@code EXCHANGE_FAILED} for everybody who is not the pinned peer of a living connection.
     */
    @Transactional
    public Received read(byte[] envelope, MessageType type) {
        SignedEnvelope signed = SignedEnvelope.read(envelope, type);
        StatedAddress said = Wire.read(signed.payload(), StatedAddress.class);
        LivingConnection connection = connections
                .ofRegistration(said.receiver(), said.registration(), said.provider())
                .filter(found ->
                        said.consumer().equals(found.parties().consumer().thumbprint())
                                && signed.isSignedBy(found.peer().signatureKey()))
                .orElseThrow(() -> MessageRefusal.failed("addressOfNone"));
        Clocks.requireClose(clock.instant(), said.issuedAt());
        return new Received(connection, said);
    }

    /** Reads the peer's answer to what this instance said; anything else is a {@code PEER_ANSWER_INVALID} problem. */
    StatedAddress readAnswer(byte[] answer, MessageType type, LivingConnection connection, StatedAddress asked) {
        String peer = asked.baseUrl();
        SignedEnvelope signed = Responses.read(answer, type, peer);
        StatedAddress said = Responses.payload(signed, StatedAddress.class, peer);
        Responses.require(signed.isSignedBy(connection.peer().signatureKey()), peer, "signature");
        Responses.require(Arrays.equals(said.nonce(), asked.nonce()), peer, "nonce");
        Responses.require(said.registration().equals(asked.registration()), peer, "registration");
        Responses.require(said.side().equals(asked.receiver().name()), peer, "side");
        Responses.require(said.provider().equals(asked.provider()), peer, "side");
        Responses.require(said.consumer().equals(asked.consumer()), peer, "side");
        Responses.require(said.baseUrl().equals(asked.baseUrl()), peer, "address");
        return said;
    }
}
