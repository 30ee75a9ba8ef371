package org.serviceexchange.protocol.handshake;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import org.serviceexchange.kmf.InstanceKeys;
import org.serviceexchange.kmf.primitive.PreSharedKey;
import org.serviceexchange.kmf.primitive.RawKeyPair;
import org.serviceexchange.kmf.primitive.XWing;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.settings.InstanceAddress;
import org.serviceexchange.protocol.wire.Clocks;
import org.serviceexchange.protocol.wire.MessageRefusal;
import org.serviceexchange.protocol.wire.MessageType;
import org.serviceexchange.protocol.wire.Parties;
import org.serviceexchange.protocol.wire.ProtocolPaths;
import org.serviceexchange.protocol.wire.SignedEnvelope;
import org.serviceexchange.protocol.wire.Wire;

/**
 * The steps of both sides in a rotation, stateless. As in the first exchange the consumer opens and the provider
 * encapsulates, whoever wanted the rotation, so that two sides that want it at once do not meet. Instead of an access
 * token the keys that are replaced authorize it, as pre-shared key.
 *
 * <p>The last messages are bound to M1 and M2 only. The provider therefore knows all secrets when it answers M1, and
 * keeps them sealed: Bouncy Castle cannot make the same encapsulation again in mode psk.
 */
final class RotationHandshake {

    private final InstanceKeys keys;
    private final SecureRandom random;
    private final XWing xWing;

    RotationHandshake(InstanceKeys keys, SecureRandom random) {
        this.keys = keys;
        this.random = random;
        this.xWing = new XWing(random);
    }

    /** A received M1 that belongs to these parties; its signature is not yet verified. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Received(byte[] m1Hash, SignedEnvelope envelope, RotationM1 m1) {}

    ConsumerHandshake.Opened open(Parties parties, String replaces, Instant now) {
        byte[] exchange = Handshake.random(random, M1.EXCHANGE_LENGTH);
        byte[] nonce = Handshake.random(random, M1.NONCE_LENGTH);
        RawKeyPair ephemeral = xWing.generate();
        RotationM1 m1 = new RotationM1(
                ProtocolPaths.LIFE_VERSION,
                ProtocolPaths.SUITE,
                RotationM1.PSK,
                parties.registration(),
                exchange,
                parties.consumer().thumbprint(),
                parties.consumer().url(),
                parties.provider().thumbprint(),
                parties.provider().url(),
                nonce,
                ephemeral.publicKey(),
                replaces,
                now);
        byte[] message = SignedEnvelope.write(
                MessageType.ROTATION_M1, m1, keys.as(parties.consumer().thumbprint()));
        return new ConsumerHandshake.Opened(exchange, message, ephemeral.privateKey());
    }

    static ConsumerHandshake.Closed close(
            Parties parties, ConsumerHandshake.Opened opened, PreSharedKey replaced, byte[] m2) {
        Exports exports = ConsumerHandshake.accept(
                parties,
                opened,
                MessageType.ROTATION_M2,
                m2,
                (encapsulation, m1Hash) ->
                        replaced.receiver(encapsulation, opened.ephemeralSecret(), Exports.rotationInfo(m1Hash)));
        byte[] transcript = Exports.transcript(Exports.hash(opened.m1()), Exports.hash(m2));
        byte[] m3 = Acknowledgement.Message.write(
                MessageType.ROTATION_M3, opened.exchange(), exports.finishedByConsumer(transcript));
        return new ConsumerHandshake.Closed(m3, exports.finishedAcknowledgement(transcript), exports.keys(transcript));
    }

    /** Checks the form of M1 and that it belongs to these parties. */
    static Received receive(Parties parties, byte[] message) {
        SignedEnvelope envelope = SignedEnvelope.read(message, MessageType.ROTATION_M1);
        RotationM1 m1 = Wire.read(envelope.payload(), RotationM1.class);
        if (m1.version() != ProtocolPaths.LIFE_VERSION
                || !m1.suite().equals(ProtocolPaths.SUITE)
                || !m1.mode().equals(RotationM1.PSK)) {
            throw new Problem(ProblemCode.VERSION_UNSUPPORTED);
        }
        if (!belongs(m1, parties)) {
            throw MessageRefusal.failed("m1OfOthers");
        }
        return new Received(Exports.hash(message), envelope, m1);
    }

    /** Checks signature and time of M1 and makes M2, and what the provider keeps until M3. */
    ProviderHandshake.Answered answer(Parties parties, Received received, PreSharedKey replaced, Instant now) {
        requireSigned(parties, received, now);
        byte[] m1Hash = received.m1Hash();
        XWing.Sender sender = encapsulate(received.m1().ephemeralKey(), m1Hash, replaced);
        Exports exports = new Exports(sender.exporter());
        M2 payload = new M2(
                received.m1().exchange(),
                Handshake.random(random, M1.NONCE_LENGTH),
                sender.encapsulation(),
                keys.encryptionPublicKey());
        byte[] m2 = ProviderHandshake.message(
                MessageType.ROTATION_M2,
                keys.as(parties.provider().thumbprint()),
                m1Hash,
                Wire.write(payload),
                exports);
        byte[] transcript = Exports.transcript(m1Hash, Exports.hash(m2));
        Kept kept = Kept.of(
                exports.finishedByConsumer(transcript),
                exports.finishedAcknowledgement(transcript),
                exports.keys(transcript));
        return new ProviderHandshake.Answered(m2, Wire.write(kept));
    }

    private static void requireSigned(Parties parties, Received received, Instant now) {
        if (!received.envelope().isSignedBy(parties.consumer().signatureKey())) {
            throw MessageRefusal.failed("signatureOfM1");
        }
        Clocks.requireClose(now, received.m1().issuedAt());
    }

    /** Checks the consumer's Finished value against what was kept, and makes M4. */
    static ProviderHandshake.Confirmed confirm(byte[] secret, byte[] message) {
        Kept kept = Wire.read(secret, Kept.class);
        Acknowledgement.Message m3 = Acknowledgement.Message.read(message, MessageType.ROTATION_M3);
        if (!Handshake.same(kept.finished(), m3.finished())) {
            throw MessageRefusal.failed("finishedOfM3");
        }
        byte[] m4 = Acknowledgement.Message.write(MessageType.ROTATION_M4, m3.exchange(), kept.acknowledgement());
        return new ProviderHandshake.Confirmed(m4, kept.keys());
    }

    private static XWing.Sender encapsulate(byte[] ephemeralKey, byte[] m1Hash, PreSharedKey replaced) {
        try {
            return replaced.sender(ephemeralKey, Exports.rotationInfo(m1Hash));
        } catch (GeneralSecurityException e) {
            throw MessageRefusal.failed("keyOfM1");
        }
    }

    private static boolean belongs(RotationM1 m1, Parties parties) {
        return m1.registration().equals(parties.registration())
                && m1.consumer().equals(parties.consumer().thumbprint())
                && InstanceAddress.same(parties.consumer().url(), m1.consumerUrl())
                && m1.provider().equals(parties.provider().thumbprint())
                && InstanceAddress.same(parties.provider().url(), m1.providerUrl());
    }

    /** What M3 must prove, what M4 says, and the keys that both then have. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Kept(
            byte[] finished,
            byte[] acknowledgement,
            String keyId,
            byte[] consumerToProvider,
            byte[] providerToConsumer,
            byte[] resumption) {

        static Kept of(byte[] finished, byte[] acknowledgement, ConnectionKeys keys) {
            return new Kept(
                    finished,
                    acknowledgement,
                    keys.keyId(),
                    keys.consumerToProvider(),
                    keys.providerToConsumer(),
                    keys.resumption());
        }

        ConnectionKeys keys() {
            return new ConnectionKeys(keyId, consumerToProvider, providerToConsumer, resumption);
        }
    }
}
