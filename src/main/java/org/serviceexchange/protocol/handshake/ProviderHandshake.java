package org.serviceexchange.protocol.handshake;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import org.serviceexchange.kmf.InstanceKeys;
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

/** The provider's steps of the handshake, stateless. */
final class ProviderHandshake {

    private final InstanceKeys keys;
    private final SecureRandom random;

    ProviderHandshake(InstanceKeys keys, SecureRandom random) {
        this.keys = keys;
        this.random = random;
    }

    /** A received M1; its form is valid, its signature not yet verified. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Received(byte[] m1Hash, SignedEnvelope envelope, M1 m1) {}

    /**
     * M2 and what the provider needs to continue at M3: the seed of the encapsulation and the consumer's ephemeral key.
     * The caller seals and wipes it.
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Answered(byte[] m2, byte[] secret) {}

    /** M4 and the keys. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Confirmed(byte[] m4, ConnectionKeys keys) {}

    /** Checks the form of M1 and that it belongs to these parties and this token. */
    static Received receive(Parties parties, String accessToken, byte[] message) {
        SignedEnvelope envelope = SignedEnvelope.read(message, MessageType.M1);
        M1 m1 = Wire.read(envelope.payload(), M1.class);
        if (m1.version() != ProtocolPaths.VERSION || !m1.suite().equals(ProtocolPaths.SUITE)) {
            throw new Problem(ProblemCode.VERSION_UNSUPPORTED);
        }
        if (!belongs(m1, parties) || !Handshake.same(m1.tokenHash(), Handshake.tokenHash(accessToken))) {
            throw MessageRefusal.failed("m1OfOthers");
        }
        if (!Handshake.same(m1.encryptionKey(), parties.consumerEncryptionKey())) {
            throw MessageRefusal.failed("encryptionKeyOfM1");
        }
        return new Received(Exports.hash(message), envelope, m1);
    }

    /** Checks signature and time of M1 and makes M2. */
    Answered answer(Parties parties, Received received, Instant now) {
        if (!received.envelope().isSignedBy(parties.consumer().signatureKey())) {
            throw MessageRefusal.failed("signatureOfM1");
        }
        Clocks.requireClose(now, received.m1().issuedAt());
        byte[] nonce = Handshake.random(random, M1.NONCE_LENGTH);
        byte[] seed = Handshake.random(random, XWing.ENCAPSULATION_SEED_LENGTH);
        byte[] ephemeralKey = received.m1().ephemeralKey();
        XWing.Sender sender = encapsulate(ephemeralKey, seed, received.m1Hash());
        M2 payload = new M2(received.m1().exchange(), nonce, sender.encapsulation(), keys.encryptionPublicKey());
        byte[] m2 = message(
                MessageType.M2,
                keys.as(parties.provider().thumbprint()),
                received.m1Hash(),
                Wire.write(payload),
                new Exports(sender.exporter()));
        return new Answered(m2, org.bouncycastle.util.Arrays.concatenate(seed, ephemeralKey));
    }

    /** Checks the consumer's Finished value and makes M4 with the provider's last one. */
    static Confirmed confirm(byte[] m1Hash, byte[] m2, byte[] secret, byte[] message) {
        Acknowledgement.Message m3 = Acknowledgement.Message.read(message, MessageType.M3);
        byte[] seed = Arrays.copyOfRange(secret, 0, XWing.ENCAPSULATION_SEED_LENGTH);
        byte[] ephemeralKey = Arrays.copyOfRange(secret, seed.length, secret.length);
        Exports exports = new Exports(encapsulate(ephemeralKey, seed, m1Hash).exporter());
        Handshake.wipe(seed);
        byte[] m2Hash = Exports.hash(m2);
        byte[] expected = exports.finishedByConsumer(Exports.transcript(m1Hash, m2Hash));
        if (!Handshake.same(expected, m3.finished())) {
            throw MessageRefusal.failed("finishedOfM3");
        }
        byte[] whole = Exports.transcript(m1Hash, m2Hash, Exports.hash(message));
        byte[] m4 =
                Acknowledgement.Message.write(MessageType.M4, m3.exchange(), exports.finishedAcknowledgement(whole));
        return new Confirmed(m4, exports.keys(whole));
    }

    /** M2 of this type: the payload, signed by this instance, with the provider's Finished value. */
    static byte[] message(MessageType m2, InstanceKeys keys, byte[] m1Hash, byte[] payload, Exports exports) {
        String type = m2.payloadType();
        byte[] signed = Handshake.signedByProvider(m1Hash, payload);
        byte[] signature = keys.sign(SignedEnvelope.preAuthenticationEncoding(type, signed));
        byte[] finished = exports.finishedByProvider(Handshake.transcriptOfM2(m1Hash, payload, signature));
        return Wire.write(new M2.Message(type, payload, signature, finished));
    }

    private static XWing.Sender encapsulate(byte[] ephemeralKey, byte[] seed, byte[] m1Hash) {
        try {
            return XWing.sender(ephemeralKey, Exports.info(m1Hash), seed);
        } catch (GeneralSecurityException e) {
            throw MessageRefusal.failed("keyOfM1");
        }
    }

    private static boolean belongs(M1 m1, Parties parties) {
        return m1.registration().equals(parties.registration())
                && m1.consumer().equals(parties.consumer().thumbprint())
                && InstanceAddress.same(parties.consumer().url(), m1.consumerUrl())
                && m1.provider().equals(parties.provider().thumbprint())
                && InstanceAddress.same(parties.provider().url(), m1.providerUrl());
    }
}
