package org.serviceexchange.protocol.handshake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import org.serviceexchange.kmf.primitive.Thumbprint;

/** Functions that both sides of the handshake share. */
public final class Handshake {

    private Handshake() {}

    /** The hash of the access token in M1: SHA-256 of its bytes, 32 bytes. */
    static byte[] tokenHash(String accessToken) {
        return Thumbprint.sha256(accessToken.getBytes(UTF_8));
    }

    /** What the provider signs as the payload of M2: the transcript of M1 and the payload of M2. */
    static byte[] signedByProvider(byte[] m1Hash, byte[] m2Payload) {
        return Exports.transcript(m1Hash, Exports.hash(m2Payload));
    }

    /** The transcript of the provider's Finished value: M1, the payload of M2 and its signature. */
    static byte[] transcriptOfM2(byte[] m1Hash, byte[] m2Payload, byte[] signature) {
        return Exports.transcript(m1Hash, Exports.hash(m2Payload), Exports.hash(signature));
    }

    public static boolean same(byte[] one, byte[] other) {
        return MessageDigest.isEqual(one, other);
    }

    static byte[] random(SecureRandom random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    static void wipe(byte[] secret) {
        Arrays.fill(secret, (byte) 0);
    }
}
