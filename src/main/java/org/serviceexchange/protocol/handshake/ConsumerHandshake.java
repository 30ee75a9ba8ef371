package org.serviceexchange.protocol.handshake;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import org.serviceexchange.kmf.InstanceKeys;
import org.serviceexchange.kmf.primitive.RawKeyPair;
import org.serviceexchange.kmf.primitive.XWing;
import org.serviceexchange.protocol.wire.MessageRefusal;
import org.serviceexchange.protocol.wire.MessageType;
import org.serviceexchange.protocol.wire.Parties;
import org.serviceexchange.protocol.wire.ProtocolPaths;
import org.serviceexchange.protocol.wire.SignedEnvelope;
import org.serviceexchange.protocol.wire.Wire;

/** The consumer's steps of the handshake, stateless. */
final class ConsumerHandshake {

    private final InstanceKeys keys;
    private final SecureRandom random;
    private final XWing xWing;

    ConsumerHandshake(InstanceKeys keys, SecureRandom random) {
        this.keys = keys;
        this.random = random;
        this.xWing = new XWing(random);
    }

    /** M1 and the ephemeral private key, which the caller seals and wipes. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Opened(byte[] exchange, byte[] m1, byte[] ephemeralSecret) {}

    /** M3, the Finished value that M4 must contain, and the keys; the caller seals them. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Closed(byte[] m3, byte[] acknowledgement, ConnectionKeys keys) {}

    Opened open(Parties parties, String accessToken, Instant now) {
        byte[] exchange = Handshake.random(random, M1.EXCHANGE_LENGTH);
        byte[] nonce = Handshake.random(random, M1.NONCE_LENGTH);
        RawKeyPair ephemeral = xWing.generate();
        M1 m1 = new M1(
                ProtocolPaths.VERSION,
                ProtocolPaths.SUITE,
                parties.registration(),
                exchange,
                parties.consumer().thumbprint(),
                parties.consumer().url(),
                parties.provider().thumbprint(),
                parties.provider().url(),
                nonce,
                ephemeral.publicKey(),
                parties.consumerEncryptionKey(),
                Handshake.tokenHash(accessToken),
                now);
        return new Opened(
                exchange,
                SignedEnvelope.write(
                        MessageType.M1, m1, keys.as(parties.consumer().thumbprint())),
                ephemeral.privateKey());
    }

    /** Makes the exporter of an encapsulation that the provider sent. */
    @FunctionalInterface
    interface Receiver {

        XWing.Exporter receive(byte[] encapsulation, byte[] m1Hash) throws GeneralSecurityException;
    }

    static Closed close(Parties parties, Opened opened, byte[] message) {
        byte[] m1Hash = Exports.hash(opened.m1());
        Exports exports = accept(
                parties,
                opened,
                MessageType.M2,
                message,
                (encapsulation, hash) -> XWing.receiver(encapsulation, opened.ephemeralSecret(), Exports.info(hash)));
        byte[] m2Hash = Exports.hash(message);
        byte[] finished = exports.finishedByConsumer(Exports.transcript(m1Hash, m2Hash));
        byte[] m3 = Acknowledgement.Message.write(MessageType.M3, opened.exchange(), finished);
        byte[] whole = Exports.transcript(m1Hash, m2Hash, Exports.hash(m3));
        return new Closed(m3, exports.finishedAcknowledgement(whole), exports.keys(whole));
    }

    /** Verifies M2 of this type: signature, exchange and the provider's Finished value. */
    static Exports accept(Parties parties, Opened opened, MessageType type, byte[] message, Receiver receiver) {
        M2.Message m2 = Wire.read(message, M2.Message.class);
        type.require(m2.payloadType());
        M2 payload = Wire.read(m2.payload(), M2.class);
        byte[] m1Hash = Exports.hash(opened.m1());
        if (!m2.isSignedBy(parties.provider().signatureKey(), opened.m1())) {
            throw MessageRefusal.failed("signatureOfM2");
        }
        if (!Handshake.same(payload.exchange(), opened.exchange())) {
            throw MessageRefusal.failed("m2OfAnother");
        }
        Exports exports = exports(receiver, payload.encapsulation(), m1Hash);
        byte[] expected = exports.finishedByProvider(Handshake.transcriptOfM2(m1Hash, m2.payload(), m2.signature()));
        if (!Handshake.same(expected, m2.finished())) {
            throw MessageRefusal.failed("finishedOfM2");
        }
        return exports;
    }

    static void finish(MessageType type, byte[] exchange, byte[] acknowledgement, byte[] message) {
        Acknowledgement.Message m4 = Acknowledgement.Message.read(message, type);
        if (!Handshake.same(m4.exchange(), exchange) || !Handshake.same(m4.finished(), acknowledgement)) {
            throw MessageRefusal.failed("finishedOfM4");
        }
    }

    private static Exports exports(Receiver receiver, byte[] encapsulation, byte[] m1Hash) {
        try {
            return new Exports(receiver.receive(encapsulation, m1Hash));
        } catch (GeneralSecurityException e) {
            throw MessageRefusal.failed("encapsulationOfM2");
        }
    }
}
