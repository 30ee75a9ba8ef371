package org.serviceexchange.protocol.handshake;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Base64;
import org.bouncycastle.util.Arrays;
import org.serviceexchange.kmf.primitive.Thumbprint;
import org.serviceexchange.kmf.primitive.XWing;

/**
 * Secrets that both sides export from the HPKE context of an exchange (RFC 9180, section 5.3), each bound to a
 * transcript. Labels and lengths: docs/protocol.md, section 7.
 */
public final class Exports {

    static final int SECRET_LENGTH = 32;
    static final int KEY_ID_LENGTH = 16;

    private final XWing.Exporter exporter;

    Exports(XWing.Exporter exporter) {
        this.exporter = exporter;
    }

    /** The {@code info} of the HPKE context: the suite and the hash of M1. */
    static byte[] info(byte[] m1Hash) {
        return Arrays.concatenate("SX-1 key exchange\0".getBytes(US_ASCII), m1Hash);
    }

    /** The {@code info} of the HPKE context of a rotation: suite, mode and the hash of its M1. */
    static byte[] rotationInfo(byte[] m1Hash) {
        return Arrays.concatenate("SX-1 key rotation mode_psk\0".getBytes(US_ASCII), m1Hash);
    }

    /** The transcript hash: SHA-256 over the SHA-256 hashes of the parts, 32 bytes. */
    static byte[] transcript(byte[]... partHashes) {
        return Thumbprint.sha256(partHashes);
    }

    /** SHA-256 of a part of a transcript, 32 bytes. */
    public static byte[] hash(byte[] part) {
        return Thumbprint.sha256(part);
    }

    byte[] finishedByProvider(byte[] transcript) {
        return export("SX-1 finished-p", transcript, SECRET_LENGTH);
    }

    byte[] finishedByConsumer(byte[] transcript) {
        return export("SX-1 finished-c", transcript, SECRET_LENGTH);
    }

    byte[] finishedAcknowledgement(byte[] transcript) {
        return export("SX-1 finished-ack", transcript, SECRET_LENGTH);
    }

    ConnectionKeys keys(byte[] transcript) {
        byte[] keyId = export("SX-1 key-id", transcript, KEY_ID_LENGTH);
        return new ConnectionKeys(
                Base64.getUrlEncoder().withoutPadding().encodeToString(keyId),
                export("SX-1 consumer-to-provider", transcript, SECRET_LENGTH),
                export("SX-1 provider-to-consumer", transcript, SECRET_LENGTH),
                export("SX-1 resumption", transcript, SECRET_LENGTH));
    }

    private byte[] export(String label, byte[] transcript, int length) {
        return exporter.export(Arrays.concatenate(label.getBytes(US_ASCII), new byte[1], transcript), length);
    }
}
